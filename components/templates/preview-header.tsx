"use client";
import FileText from "lucide-react/icons/file-text";
import Image from "lucide-react/icons/image";
import MapPin from "lucide-react/icons/map-pin";
import Video from "lucide-react/icons/video";
import { useTranslations } from "next-intl";
import type { TemplateHeader, TemplateValues } from "@/lib/domain/template";
import { filledText } from "@/lib/domain/template-form";
import type { PickedFile } from "./upload-header";

type Props = { header: TemplateHeader; values: TemplateValues; file: PickedFile | null };

const box = "flex items-center justify-center gap-2 rounded-lg bg-surface-sunken text-text-muted";

/** What stands above the words: a line in bold, a picture, a film, a document, a place. */
export function PreviewHeader({ header, values, file }: Props) {
  const t = useTranslations("templates");
  switch (header.format) {
    case "text":
      return (
        <p dir="auto" className="px-2 pt-1 font-semibold break-words">
          {filledText("header", header, values)}
        </p>
      );
    case "image":
      if (file)
        // biome-ignore lint/performance/noImgElement: a file of this browser, not one of the server's
        return <img src={file.url} alt={file.name} className="max-h-44 w-full rounded-lg object-cover" />;
      return (
        <div className={`${box} h-32`}>
          <Image size={28} role="img" aria-label={t("fields.image")} />
        </div>
      );
    case "video":
      // biome-ignore lint/a11y/useMediaCaption: the customer's view of a film that has none
      if (file) return <video src={file.url} controls className="max-h-44 w-full rounded-lg" />;
      return (
        <div className={`${box} h-32`}>
          <Video size={28} role="img" aria-label={t("fields.video")} />
        </div>
      );
    case "document":
      return (
        <div className={`${box} h-14 px-3`}>
          <FileText size={20} aria-hidden className="shrink-0" />
          <span className="truncate">{file?.name ?? t("fields.document")}</span>
        </div>
      );
    case "location":
      return (
        <div className={`${box} min-h-20 flex-col px-3 py-2 text-center`}>
          <MapPin size={20} aria-hidden className="shrink-0" />
          <span className="font-medium text-text">{values["header.place"] || t("fields.place")}</span>
          <span className="text-sm">{values["header.address"] || t("fields.address")}</span>
        </div>
      );
  }
}
