import { useTranslations } from "next-intl";
import type { MediaContent } from "./content-of";
import { KindLine } from "./kind-line";

/** A photo, video, sound, file or sticker: what it is, and its name and type as far as told. */
export function MediaBody({ content }: { content: MediaContent }) {
  const t = useTranslations("inbox.kind");
  const type = typeName(content.media[0]?.mimeType ?? null);
  if (content.kind === "document") {
    return <KindLine kind="document" title={content.filename ?? t("document")} detail={type} />;
  }
  return <KindLine kind={content.kind} title={title()} detail={type} />;

  function title(): string {
    if (content.kind === "image") return t("photos", { count: Math.max(1, content.media.length) });
    if (content.kind === "audio") return t(content.isVoice ? "voice" : "audio");
    if (content.kind === "sticker") return t(content.isHeart ? "heart" : "sticker");
    return t(content.kind);
  }
}

/** "JPEG" of "image/jpeg", "PDF" of "application/pdf"; null for types whose name says nothing to people. */
function typeName(mimeType: string | null): string | null {
  const name = mimeType?.split("/")[1]?.split(";")[0];
  return name && /^[a-z0-9]{2,5}$/i.test(name) ? name.toUpperCase() : null;
}
