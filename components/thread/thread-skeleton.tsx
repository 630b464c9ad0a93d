"use client";
import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

const shapes = ["w-56", "w-40", "w-64 self-end", "w-72", "w-48 self-end", "w-60"];

/** Bubbles that are on their way. */
export function ThreadSkeleton({ isBodyOnly = false }: { isBodyOnly?: boolean }) {
  const t = useTranslations("thread");
  return (
    <div role="status" className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <span className="sr-only">{t("loading")}</span>
      {isBodyOnly ? null : (
        <div className="flex h-12 shrink-0 items-center border-b border-border px-4">
          <Skeleton className="h-4 w-40" />
        </div>
      )}
      <div className="mx-auto flex w-full max-w-190 flex-1 flex-col justify-end gap-3 p-5">
        {shapes.map((shape) => (
          <Skeleton key={shape} className={`h-10 rounded-bubble ${shape}`} />
        ))}
      </div>
    </div>
  );
}
