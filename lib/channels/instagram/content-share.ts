import type { Draft } from "./draft";
import type { WireAttachment } from "./wire";

const sources = {
  share: "share",
  media: "share",
  post: "post",
  ig_post: "post",
  reel: "reel",
  ig_reel: "reel",
  story: "story",
  ig_story: "story",
} as const;

export function isShare(type: string | null): boolean {
  return type !== null && Object.hasOwn(sources, type);
}

type Share = {
  source: (typeof sources)[keyof typeof sources];
  url: string | null;
  title: string | null;
  mediaId: string | null;
};

/**
 * Something of Instagram's passed on. While Meta retires `share` a message may hold the same media as `share` and
 * as `ig_post`: that is one share, and the newer form says more.
 */
export function shareContent(attachments: WireAttachment[], text: string | null): Draft {
  const shares = attachments.filter((one) => isShare(one.type ?? null)).map(shareOf);
  const main = shares.find((share) => share.source !== "share") ?? shares[0] ?? nothing;
  const twin = shares.find((share) => share !== main && isSame(share, main));
  return {
    kind: "share",
    text,
    content: {
      kind: "share",
      source: main.source,
      url: main.url ?? twin?.url ?? null,
      title: main.title ?? twin?.title ?? null,
      mediaId: main.mediaId ?? twin?.mediaId ?? null,
    },
  };
}

const nothing: Share = { source: "share", url: null, title: null, mediaId: null };

/** `ig_story` has its link under a name of its own. */
function shareOf({ type, payload, title, url }: WireAttachment): Share {
  const name = (type ?? "share") as keyof typeof sources;
  return {
    source: sources[name],
    url: stringOf(payload?.url ?? payload?.story_media_url ?? url),
    title: stringOf(payload?.title ?? title),
    mediaId: stringOf(
      payload?.ig_post_media_id ?? payload?.story_media_id ?? payload?.reel_video_id ?? payload?.id,
    ),
  };
}

function isSame(a: Share, b: Share): boolean {
  return a.mediaId === b.mediaId || a.mediaId === null || b.mediaId === null;
}

function stringOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}
