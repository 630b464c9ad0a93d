import { describe, expect, it } from "vitest";
import { pendingFile } from "@/lib/domain/media";
import type { Message } from "@/lib/domain/message";
import type { MessageContent } from "@/lib/domain/message-content";
import { slotsOf, withFile } from "@/lib/inbox/media/slots";
import { downloadsFor, withPendingFiles } from "@/lib/inbox/media/with-pending-files";

const graph = ["https://graph.facebook.com"];
const file = "https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1&signature=x";
const media = (url: string) => ({ mediaId: null, url, mimeType: null, sha256: null });
const byId = { mediaId: "77", url: file, mimeType: "image/jpeg", sha256: "abc" };

const message = (content: MessageContent, more: Partial<Message> = {}) =>
  ({
    id: "m",
    conversationId: "c",
    channelId: "ch",
    receivedAt: 1000,
    replyTo: null,
    referral: null,
    content,
    ...more,
  }) as Message;
const rows = (content: MessageContent, more: Partial<Message> = {}) =>
  downloadsFor(withPendingFiles(message(content, more), graph), 5000);

describe("what is fetched for a message", () => {
  it("is the file by its id, for seven days", () => {
    expect(rows({ kind: "image", media: [byId] })).toEqual([
      {
        id: "m_0",
        channelId: "ch",
        conversationId: "c",
        messageId: "m",
        slot: "0",
        mediaId: "77",
        url: file,
        mimeType: "image/jpeg",
        sha256: "abc",
        tries: 0,
        dueAt: 5000,
        leaseUntil: null,
        giveUpAt: 1000 + 7 * 24 * 3600_000,
        createdAt: 5000,
      },
    ]);
  });

  it("is every picture of an album", () =>
    expect(rows({ kind: "image", media: [media(file), media(file)] }).map(({ slot }) => slot)).toEqual([
      "0",
      "1",
    ]));

  it("is a story, wherever it is said to be, for a day", () => {
    const [row] = rows({ kind: "story_mention", url: "https://somewhere.example/x", storyId: null });
    expect(row).toMatchObject({ slot: "0", giveUpAt: 1000 + 24 * 3600_000 });
  });

  it("is the story that a text answers", () => {
    const replyTo = {
      providerMessageId: null,
      messageId: null,
      product: null,
      story: { id: "1", url: file },
    };
    expect(rows({ kind: "text" }, { replyTo }).map(({ id }) => id)).toEqual(["m_story"]);
  });

  it("is a share when it leads to a file, and not when to a page", () => {
    const share = { kind: "share", source: "reel", title: null, mediaId: null } as const;
    expect(rows({ ...share, url: file })).toHaveLength(1);
    expect(rows({ ...share, url: "https://www.instagram.com/reel/x" })).toEqual([]);
    expect(rows({ ...share, url: null })).toEqual([]);
  });

  it.each([
    { image_url: file },
    { media_type: "video", video_url: "v", thumbnail_url: file },
    { source: "ADS", ads_context_data: { photo_url: file } },
  ])("is the picture of the ad it came from: %o", (referral) =>
    expect(rows({ kind: "text" }, { referral }).map(({ id }) => id)).toEqual(["m_ad"]),
  );

  it.each([{ image_url: "https://example.com/x.jpg" }, { image_url: 7 }, { ads_context_data: "odd" }, {}])(
    "is nothing of %o",
    (referral) => expect(rows({ kind: "text" }, { referral })).toEqual([]),
  );

  it("is nothing of what has no file", () => {
    expect(rows({ kind: "text" })).toEqual([]);
    expect(rows({ kind: "image", media: [] })).toEqual([]);
    expect(rows({ kind: "sticker", media: [], isAnimated: false, isHeart: true })).toEqual([]);
    const nowhere = { mediaId: null, url: null, mimeType: null, sha256: null };
    expect(rows({ kind: "image", media: [nowhere] })).toEqual([]);
    expect(slotsOf(message({ kind: "text" }))).toEqual([]);
  });

  it("is nothing anew for a message that changes later", () => {
    const replyTo = {
      providerMessageId: null,
      messageId: null,
      product: null,
      story: { id: "1", url: file },
    };
    const referral = { image_url: file };
    for (const content of [
      { kind: "story_mention", url: file, storyId: null },
      { kind: "share", source: "post", url: file, title: null, mediaId: null },
      { kind: "image", media: [byId] },
    ] as MessageContent[]) {
      const once = withPendingFiles(message(content, { replyTo, referral }), graph);
      expect(downloadsFor(once, 0)).toHaveLength(3);
      expect(withPendingFiles(once, graph)).toEqual(once);
      let fetched = once;
      for (const { slot, media } of slotsOf(once)) {
        fetched = withFile(fetched, slot, { ...(media.file ?? pendingFile(null)), state: "ready" });
      }
      expect(downloadsFor(withPendingFiles(fetched, graph), 0)).toEqual([]);
    }
  });

  it("is never what we sent ourselves and have", () => {
    const own = withPendingFiles(message({ kind: "image", media: [byId] }), graph);
    const ready = { ...slotsOf(own)[0]?.media.file, state: "ready" as const };
    const kept = { kind: "image", media: [{ ...byId, file: ready }] } as MessageContent;
    expect(rows(kept)).toEqual([]);
  });
});
