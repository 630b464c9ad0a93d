import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseInstagramBody } from "@/lib/channels/instagram/parse";
import { parseWhatsAppBody } from "@/lib/channels/whatsapp/parse";
import type { WebhookItem } from "@/lib/domain/provider-event";

type Row = { file: string; channel: "whatsapp" | "instagram"; kinds: string[] };

const folder = new URL("../../../../shared/fixtures/", import.meta.url);
const manifest = new URL("manifest.json", folder);
const hasBodies = existsSync(manifest);
/** A single row to skip visibly when the folder is not there. */
const none: Row[] = [{ file: "(no shared bodies beside this project)", channel: "whatsapp", kinds: [] }];
const rows: Row[] = hasBodies ? JSON.parse(readFileSync(manifest, "utf8")) : none;

/** What a body's own reader calls a message, and the kind it is here. Changes of messages are not in it. */
const whatsappKinds: Record<string, string> = {
  text: "text",
  image: "image",
  video: "video",
  audio: "audio",
  document: "document",
  sticker: "sticker",
  location: "location",
  contacts: "contacts",
  order: "order",
  button: "tap",
  "interactive:button_reply": "tap",
  "interactive:list_reply": "tap",
  "interactive:nfm_reply": "form",
  "interactive:call_permission_reply": "system",
  system: "system",
};
const instagramKinds: Record<string, string> = {
  text: "text",
  image: "image",
  video: "video",
  audio: "audio",
  file: "document",
  like_heart: "sticker",
  quick_reply: "tap",
  postback: "tap",
  story_mention: "story_mention",
  share: "share",
  ig_post: "share",
  ig_reel: "share",
  reel: "share",
  ig_story: "share",
  story: "share",
};
const notMessages =
  /^message\.(reaction|edit|revoke)\b|^(messaging|standby)\.(reaction|deleted|referral|read|message_edit)\b/;

describe.skipIf(!hasBodies)("the shared webhook bodies", () => {
  it.each(rows)("$file is read to the last item", ({ file, channel, kinds }) => {
    const body: unknown = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    const items = channel === "whatsapp" ? parseWhatsAppBody(body) : parseInstagramBody(body);
    expect(items.filter((item) => "error" in item)).toEqual([]);
    expect(items.length).toBeGreaterThanOrEqual(kinds.length);
    const wanted = kinds.flatMap((kind) =>
      channel === "whatsapp" ? whatsappKind(kind) : instagramKind(kind),
    );
    expect(messageKindsOf(items)).toEqual(wanted);
  });
});

function messageKindsOf(items: WebhookItem[]): string[] {
  return items.flatMap((item) => ("event" in item && item.event.type === "message" ? [item.event.kind] : []));
}

function whatsappKind(kind: string): string[] {
  if (/^call\.(connect|terminate)$/.test(kind)) return ["system"];
  if (!/^(message|echo)\./.test(kind) || notMessages.test(kind)) return [];
  if (/^echo\.(edit|revoke)/.test(kind)) return [];
  const name = kind.replace(/^(message|echo)\./, "").replace(/\+.*$/, "");
  return [whatsappKinds[name] ?? whatsappKinds[name.split(":")[0] ?? ""] ?? "unsupported"];
}

function instagramKind(kind: string): string[] {
  if (kind === "field.messages") return ["text"];
  if (!/^(messaging|standby)\./.test(kind) || notMessages.test(kind)) return [];
  const name = kind.replace(/^(messaging|standby)\./, "").replace(/\+.*$/, "");
  const first = name.startsWith("attachment:") ? name.slice("attachment:".length).split(",")[0] : name;
  return [instagramKinds[first ?? ""] ?? "unsupported"];
}
