"use client";
import Download from "lucide-react/icons/download";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";

type Props = { href: string; what: string };

/** Saves a file to this computer. */
export function DownloadLink({ href, what }: Props) {
  const t = useTranslations("media");
  return (
    <a
      href={href}
      download
      aria-label={t("downloadWhat", { what })}
      className={buttonClass("secondary", "sm")}
    >
      <Download size={14} aria-hidden />
      {t("download")}
    </a>
  );
}
