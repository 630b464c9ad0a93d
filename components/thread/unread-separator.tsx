import { useTranslations } from "next-intl";

/** Where reading stopped. */
export function UnreadSeparator({ count }: { count: number }) {
  const t = useTranslations("thread");
  return (
    <p className="flex items-center gap-3 py-2 text-xs font-medium text-accent before:h-px before:flex-1 before:bg-accent/40 after:h-px after:flex-1 after:bg-accent/40">
      {t("unreadLine", { count })}
    </p>
  );
}
