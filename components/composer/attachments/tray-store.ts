import { useSyncExternalStore } from "react";
import { ulid } from "ulid";
import { judgeFile, typeByName } from "@/lib/channels/media-rules";
import type { VersionedConversation } from "@/lib/domain/live-event";
import type { Attachment } from "./attachment";
import { sendAttachments } from "./send-attachments";
import { putShelf } from "./shelf";
import { forgetUpload, uploadFile } from "./upload-file";

type Target = Pick<VersionedConversation, "id" | "channel">;

const MAX_FILES = 30;
const AT_ONCE = 2;

const trays = new Map<string, readonly Attachment[]>();
const targets = new Map<string, Target>();
const running = new Map<string, AbortController>();
const watchers = new Set<() => void>();
const nothing: readonly Attachment[] = [];

/** The files of a conversation's tray, in the order they were chosen. They stay while the tab is open. */
export function useTray(conversationId: string): readonly Attachment[] {
  return useSyncExternalStore(
    watch,
    () => readTray(conversationId),
    () => nothing,
  );
}

export const readTray = (conversationId: string): readonly Attachment[] =>
  trays.get(conversationId) ?? nothing;

export const findAttachment = (conversationId: string, id: string): Attachment | null =>
  readTray(conversationId).find((one) => one.id === id) ?? null;

/** Adds chosen files: each is judged by the channel's rules, then uploaded. Gives how many did not fit into the tray. */
export function addFiles(target: Target, files: readonly File[], more: { isVoice?: boolean } = {}): number {
  const room = Math.max(0, MAX_FILES - readTray(target.id).length);
  targets.set(target.id, target);
  change(target.id, (tray) => [
    ...tray,
    ...files.slice(0, room).map((file) => attachmentOf(target, file, more)),
  ]);
  uploadNext();
  return Math.max(0, files.length - room);
}

/** Takes a file out of the tray, and off the server if it is there already. */
export function removeFile(conversationId: string, id: string): Attachment | null {
  const attachment = findAttachment(conversationId, id);
  if (!attachment) return null;
  forget(attachment);
  if (attachment.previewUrl) URL.revokeObjectURL(attachment.previewUrl);
  change(conversationId, (tray) => tray.filter((one) => one.id !== id));
  uploadNext();
  return attachment;
}

/** Takes out a file whose message the server has; its upload is the message's now. */
export function dropSent(conversationId: string, id: string): void {
  const previewUrl = findAttachment(conversationId, id)?.previewUrl;
  if (previewUrl) URL.revokeObjectURL(previewUrl);
  change(conversationId, (tray) => tray.filter((one) => one.id !== id));
}

/** Another go for a file whose upload or message did not get through. */
export function tryAgain(conversationId: string, id: string): void {
  const attachment = findAttachment(conversationId, id);
  const target = targets.get(conversationId);
  if (!attachment || !target) return;
  patch(conversationId, id, { state: attachment.upload ? "ready" : "waiting", errorCode: null, progress: 0 });
  uploadNext();
  if (attachment.caption !== null || attachment.isSending) void sendAttachments(target, [id]);
}

/** A picture goes as a sticker, or as a picture again. */
export function setSticker(conversationId: string, id: string, isSticker: boolean): void {
  const attachment = findAttachment(conversationId, id);
  const target = targets.get(conversationId);
  if (!attachment || !target) return;
  forget(attachment);
  const { kind, conversion, refusal, state } = judged(target, attachment.file, { isSticker });
  patch(conversationId, id, { isSticker, kind, conversion, refusal, state, upload: null, progress: 0 });
  uploadNext();
}

export function patch(conversationId: string, id: string, fields: Partial<Attachment>): void {
  change(conversationId, (tray) => tray.map((one) => (one.id === id ? { ...one, ...fields } : one)));
}

/** Calls `watcher` after every change. Gives what ends it. */
export function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function change(conversationId: string, next: (tray: readonly Attachment[]) => readonly Attachment[]): void {
  const tray = next(readTray(conversationId));
  if (tray.length === 0) trays.delete(conversationId);
  else trays.set(conversationId, tray);
  const sendable = tray.filter(isSendable);
  putShelf(conversationId, sendable.length === 0 ? null : { count: sendable.length, sendAll });
  const isBusy = [...trays.values()].flat().some((one) => one.isSending && one.state !== "broken");
  if (isBusy) window.addEventListener("beforeunload", holdBack);
  else window.removeEventListener("beforeunload", holdBack);
  for (const watcher of [...watchers]) watcher();

  function sendAll(texts: string[], replyToMessageId: string | null, sendText: (text: string) => void): void {
    const target = targets.get(conversationId);
    if (!target) return;
    const ids = readTray(conversationId)
      .filter(isSendable)
      .map(({ id }) => id);
    void sendAttachments(target, ids, { texts, replyToMessageId, sendText });
  }
}

/** Leaving now would lose files that were sent off. */
const holdBack = (event: BeforeUnloadEvent) => event.preventDefault();

function isSendable({ isSending, state }: Attachment): boolean {
  return !isSending && state !== "refused" && state !== "broken";
}

function attachmentOf(target: Target, file: File, { isVoice = false }: { isVoice?: boolean }): Attachment {
  const hasPreview = isVoice || /^(image\/(jpeg|png|gif|webp|avif|bmp)|audio\/)/.test(file.type);
  return {
    id: ulid(),
    messageId: ulid(),
    file,
    isVoice,
    isSticker: false,
    ...judged(target, file, { isVoice }),
    previewUrl: hasPreview ? URL.createObjectURL(file) : null,
    isSending: false,
    progress: 0,
    errorCode: null,
    upload: null,
    caption: null,
    replyToMessageId: null,
  };
}

function judged(target: Target, file: File, wish: { isVoice?: boolean; isSticker?: boolean }) {
  const type = file.type || typeByName(file.name);
  const verdict = judgeFile(target.channel, { type, sizeBytes: file.size, ...wish });
  if (!verdict.ok)
    return { kind: verdict.kind, conversion: null, refusal: verdict, state: "refused" as const };
  const { kind, conversion } = verdict;
  return { kind, conversion, refusal: null, state: "waiting" as const };
}

/** Starts uploads that wait, a few at a time, in order. */
function uploadNext(): void {
  for (const [conversationId, tray] of trays) {
    for (const { id, state } of tray) {
      if (running.size >= AT_ONCE) return;
      if (state === "waiting" && !running.has(id)) void upload(conversationId, id);
    }
  }
}

async function upload(conversationId: string, id: string): Promise<void> {
  const attachment = findAttachment(conversationId, id);
  if (!attachment) return;
  const stopping = new AbortController();
  running.set(id, stopping);
  patch(conversationId, id, { state: "uploading", progress: 0 });
  const answer = await uploadFile(conversationId, attachment, {
    signal: stopping.signal,
    onProgress: (progress) => patch(conversationId, id, { progress }),
  });
  if (running.get(id) === stopping) running.delete(id);
  if (stopping.signal.aborted) {
    if (answer.ok) forgetUpload(answer.upload.id);
  } else if (answer.ok) {
    patch(conversationId, id, {
      state: "ready",
      progress: 1,
      upload: answer.upload,
      kind: answer.upload.kind,
    });
  } else if (answer.refusal) {
    patch(conversationId, id, { state: "refused", refusal: answer.refusal, isSending: false });
  } else {
    patch(conversationId, id, { state: "broken", errorCode: answer.code });
  }
  uploadNext();
}

function forget({ id, upload: known }: Attachment): void {
  running.get(id)?.abort();
  running.delete(id);
  if (known) forgetUpload(known.id);
}
