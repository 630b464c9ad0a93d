"use client";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";

type Props = { names: readonly string[]; onRemove: () => void };

/** A pseudonym is 24 hexadecimal digits; anything else is an id of something that is no person. */
const isPerson = (name: string) => /^[0-9a-f]{24}$/.test(name);

/** That the list is about one thing, and the way out. */
export function AboutChip({ names, onRemove }: Props) {
  const t = useTranslations("settings.audit.filters");
  return (
    <span className="inline-flex items-center gap-1 rounded-control bg-surface-sunken ps-2 text-sm">
      {names.every(isPerson) ? t("about") : t("aboutOne")}
      <IconButton label={t("clear")} icon={<X size={14} aria-hidden />} onClick={onRemove} />
    </span>
  );
}
