import { useTranslations } from "next-intl";

/** How many messages wait, up to nine; a dot's worth of it when the number is not known. */
export function UnreadBadge({ count }: { count: number }) {
  const t = useTranslations("inbox");
  const shown = Math.max(1, count);
  return (
    <span className="tabular inline-flex h-4.5 min-w-4.5 shrink-0 items-center justify-center rounded-full bg-accent px-1 text-[11px] leading-none font-semibold text-accent-text">
      <span aria-hidden>{shown > 9 ? t("manyUnread") : shown}</span>
      <span className="sr-only">{t("unread", { count: shown })}</span>
    </span>
  );
}
