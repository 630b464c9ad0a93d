import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { MediaDownload, MediaFile } from "@/lib/domain/media";
import type { Message } from "@/lib/domain/message";
import { downloadsAreIdle, sweepDownloads } from "@/lib/inbox/media/downloader";
import { mediaAt } from "@/lib/inbox/media/slots";
import { mediaDownloads } from "@/lib/store/media-downloads";
import { messagesOf } from "@/lib/store/messages";
import { calm, control, setEnv } from "../outbound/stand-in";

export let mediaFolder = "";

/** A media folder of its own for one test file. */
export function useMediaFolder(): void {
  beforeAll(() => {
    mediaFolder = mkdtempSync(join(tmpdir(), "parley-test-folder-"));
    setEnv({ MEDIA_DIR: mediaFolder });
  });
  afterAll(async () => {
    await downloadsAreIdle();
    setEnv({ MEDIA_DIR: "" });
    rmSync(mediaFolder, { recursive: true, force: true });
  });
}

/** A customer sends something; gives the message as it is once no download is under way. */
export async function sendsIn(
  person: { id: string; conversationId: string },
  body: Record<string, unknown>,
): Promise<Message> {
  const before = new Set(await idsIn(person.conversationId));
  await control("POST", `customers/${person.id}/messages`, body);
  await calm();
  await downloadsAreIdle();
  const id = (await idsIn(person.conversationId)).find((one) => !before.has(one));
  if (!id) throw new Error("The message did not come");
  return again({ conversationId: person.conversationId, id });
}

/** A message as it is now. */
export async function again(at: { conversationId: string; id: string }): Promise<Message> {
  const message = (await messagesOf(at.conversationId).doc(at.id).get()).data();
  if (!message) throw new Error("The message is not there");
  return message;
}

export function fileOf(message: Message, slot = "0"): MediaFile {
  const file = mediaAt(message, slot)?.file;
  if (!file) throw new Error(`The message has no file at ${slot}`);
  return file;
}

/** The sweep at a time, and all that it started. `at` in epoch ms. */
export async function sweepAt(at: number): Promise<void> {
  await sweepDownloads(at);
  await downloadsAreIdle();
}

export async function rowOf(message: Message, slot = "0"): Promise<MediaDownload | null> {
  return (await mediaDownloads().doc(`${message.id}_${slot}`).get()).data() ?? null;
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function idsIn(conversationId: string): Promise<string[]> {
  return (await messagesOf(conversationId).get()).docs.map(({ id }) => id);
}
