import type { MessageMedia } from "@/lib/domain/message-content";
import type { Draft } from "./draft";
import type { WireMedia } from "./wire";

export function pictureContent(kind: "image" | "video", wire: WireMedia | undefined): Draft {
  return { kind, text: wire?.caption || null, content: { kind, media: mediaOf(wire) } };
}

/** `voice: true` is a voice note, else an audio file; the type `voice` is what on-premises servers sent. */
export function audioContent(wire: WireMedia | undefined, isVoiceType: boolean): Draft {
  const isVoice = isVoiceType || wire?.voice === true;
  return {
    kind: "audio",
    text: wire?.caption || null,
    content: { kind: "audio", media: mediaOf(wire), isVoice },
  };
}

export function documentContent(wire: WireMedia | undefined): Draft {
  return {
    kind: "document",
    text: wire?.caption || null,
    content: { kind: "document", media: mediaOf(wire), filename: wire?.filename ?? null },
  };
}

export function stickerContent(wire: WireMedia | undefined): Draft {
  return {
    kind: "sticker",
    text: null,
    content: {
      kind: "sticker",
      media: mediaOf(wire),
      isAnimated: wire?.animated ?? false,
      isHeart: false,
    },
  };
}

function mediaOf(wire: WireMedia | undefined): MessageMedia[] {
  if (!wire || (!wire.id && !wire.url)) return [];
  return [
    {
      mediaId: wire.id ?? null,
      url: wire.url ?? null,
      mimeType: wire.mime_type ?? null,
      sha256: wire.sha256 ?? null,
    },
  ];
}
