import type { ChannelCredentials, OutgoingContent, OutgoingFile } from "@/lib/channels/client";
import type { GraphResult } from "@/lib/channels/graph/result";
import type { Channel } from "@/lib/domain/channel";
import { Interactive } from "@/lib/domain/interactive";
import type { Message } from "@/lib/domain/message";
import type { MessageContent } from "@/lib/domain/message-content";
import { type FileAnswer, outgoingFile, type Unsendable } from "./outgoing-file";
import { uploadIdsOf } from "./uploads-for";

type Answer = GraphResult<OutgoingContent> | Unsendable;
type MediaContent = Extract<
  MessageContent,
  { media: unknown; kind: "image" | "video" | "audio" | "document" | "sticker" }
>;

/**
 * What a stored message is on the wire; its files are put at Meta first. `unsendable` is a reason of the failure
 * catalogue; a file that could not be put there gives Meta's own failure, and the message is tried again like any other.
 */
export async function outgoingOf(
  channel: Channel,
  credentials: ChannelCredentials,
  message: Message,
): Promise<Answer> {
  const { content, text } = message;
  const file = (uploadId: string) => outgoingFile(channel, credentials, uploadId);
  switch (content.kind) {
    case "text":
      return ok({ kind: "text", text: text ?? "", previewUrl: hasLink(text) });
    case "template":
      return templateOf(content, file);
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return mediaOf(content, text, file);
    case "location":
      return locationOf(content);
    case "contacts":
      return ok({ kind: "contacts", cards: content.cards.map(cardOf) });
    case "interactive":
      return interactiveOf(content.interactive, file);
    default:
      return { ok: false, unsendable: "message_type_unsupported" };
  }
}

type FileOf = (uploadId: string) => Promise<FileAnswer>;
const ok = (data: OutgoingContent): Answer => ({ ok: true, data });
const hasLink = (text: string | null) => text !== null && /https?:\/\//i.test(text);

async function mediaOf(content: MediaContent, caption: string | null, fileOf: FileOf): Promise<Answer> {
  if (content.kind === "sticker" && content.isHeart) return ok({ kind: "heart" });
  const uploadId = content.media[0]?.uploadId;
  if (!uploadId) return { ok: false, unsendable: "message_type_unsupported" };
  const file = await fileOf(uploadId);
  if (!file.ok) return file;
  return ok({
    kind: content.kind,
    file: file.data,
    caption,
    filename: content.kind === "document" ? content.filename : null,
    isVoice: content.kind === "audio" && content.isVoice,
  });
}

function locationOf(content: Extract<MessageContent, { kind: "location" }>): Answer {
  const { latitude, longitude, name, address } = content;
  if (latitude === null || longitude === null) return { ok: false, unsendable: "message_type_unsupported" };
  return ok({ kind: "location", latitude, longitude, name, address });
}

async function interactiveOf(stored: Record<string, unknown>, fileOf: FileOf): Promise<Answer> {
  const parsed = Interactive.safeParse(stored);
  if (!parsed.success) return { ok: false, unsendable: "message_type_unsupported" };
  const interactive = parsed.data;
  const header = interactive.type === "buttons" || interactive.type === "link" ? interactive.header : null;
  if (!header || header.type === "text") return ok({ kind: "interactive", interactive, headerFile: null });
  const file = await fileOf(header.uploadId);
  return file.ok ? ok({ kind: "interactive", interactive, headerFile: file.data }) : file;
}

/** Each `uploadId` in headers and cards becomes the id Meta knows the file by. */
async function templateOf(
  { kind, name, language, components }: Extract<MessageContent, { kind: "template" }>,
  fileOf: FileOf,
): Promise<Answer> {
  const files = new Map<string, OutgoingFile>();
  for (const id of uploadIdsOf(components)) {
    const file = await fileOf(id);
    if (!file.ok) return file;
    files.set(id, file.data);
  }
  return ok({ kind, name, language, components: withFiles(components, files) });
}

function withFiles<T>(value: T, files: Map<string, OutgoingFile>): T {
  if (files.size === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => withFiles(one, files)) as T;
  const { uploadId, ...rest } = value as Record<string, unknown>;
  const entries = Object.entries(rest).map(([key, one]) => [key, withFiles(one, files)]);
  const file = typeof uploadId === "string" ? files.get(uploadId) : undefined;
  return { ...Object.fromEntries(entries), ...file } as T;
}

function cardOf(card: Extract<MessageContent, { kind: "contacts" }>["cards"][number]) {
  const { name, company, phones, emails } = card;
  const known = phones.flatMap(({ phone, type }) => (phone ? [{ phone, type }] : []));
  return { name: name ?? known[0]?.phone ?? "", company, phones: known, emails };
}
