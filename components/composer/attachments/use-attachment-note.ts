"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { VOICE_PLAY_ICON_BYTES } from "@/lib/channels/media-rules";
import type { VersionedConversation } from "@/lib/domain/live-event";
import type { Attachment, Refusal } from "./attachment";
import { sayBytes } from "./say-bytes";
import { sayTypes } from "./say-types";

type Note = { text: string | null; isProblem: boolean };

/** What has to be said about a chosen file: why it is not taken, what went wrong, what it will become. */
export function useAttachmentNote({ channel }: VersionedConversation, attachment: Attachment): Note {
  const t = useTranslations("attachments");
  const tError = useTranslations("errors");
  const { locale } = useReader();
  const { state, refusal, errorCode, isSending } = attachment;
  if (refusal) return { text: refused(refusal), isProblem: true };
  if (state === "broken") {
    const code = errorCode && tError.has(errorCode) ? errorCode : "internal";
    return { text: t(isSending ? "notSent" : "notUploaded", { reason: tError(code) }), isProblem: true };
  }
  if (isSending) return { text: t("sending"), isProblem: false };
  return { text: converted(), isProblem: false };

  function refused({ reason, kind, limitBytes, accepted }: Refusal): string {
    const what = t(`kinds.${kind ?? "document"}`);
    const where = t(`channels.${channel}`);
    switch (reason) {
      case "too_large":
        return t("refused.tooLarge", { what, channel: where, limit: sayBytes(limitBytes ?? 0, locale) });
      case "empty":
        return t("refused.empty");
      case "sound":
        return t("refused.sound", { channel: where });
      case "film":
        return t("refused.film", { channel: where });
      case "unreadable":
        return t("refused.unreadable");
      case "no_stickers":
        return t("refused.noStickers", { channel: where });
      default:
        return t("refused.type", { channel: where, types: sayTypes(accepted, locale) });
    }
  }

  function converted(): string | null {
    const { conversion, upload, isVoice } = attachment;
    const where = t(`channels.${channel}`);
    if (isVoice && upload && !upload.isVoice) return t("voiceAsAudio", { channel: where });
    const isHeavy =
      isVoice && channel === "whatsapp" && (upload?.file.sizeBytes ?? 0) > VOICE_PLAY_ICON_BYTES;
    if (isHeavy) return t("voiceHeavy");
    if (conversion === "still") return t("becomesStill", { channel: where });
    if (conversion === "picture") return t("becomesPicture", { channel: where });
    if (conversion === "sticker") return t("becomesSticker");
    return null;
  }
}
