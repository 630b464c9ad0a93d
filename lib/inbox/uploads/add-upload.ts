import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ulid } from "ulid";
import { judgeFile, largestBytes, mediaRules, typeByName } from "@/lib/channels/media-rules";
import { cleanFilename, withEnding } from "@/lib/domain/clean-filename";
import type { Upload } from "@/lib/domain/media";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { type AuditedChange, auditEntry } from "@/lib/inbox/audit/audit-entry";
import { folderPrefix } from "@/lib/inbox/media/clean-leftovers";
import { describeFile } from "@/lib/inbox/media/describe/describe-file";
import { mediaDisk } from "@/lib/inbox/media/disk";
import { addAuditEntry } from "@/lib/store/audit-log";
import { inTransaction } from "@/lib/store/transaction";
import { uploads } from "@/lib/store/uploads";
import { hashOfFile } from "./hash-of-file";
import { type PreparedFile, prepareFile, type Refused } from "./prepare-file";
import { receiveFile } from "./receive-file";
import { type UploadPlace, type UploadTarget, uploadPlace } from "./upload-place";

export type AddUploadInput = {
  actor: Actor;
  target: UploadTarget;
  filename: string | null;
  /** What the browser says it is, and how large; both are checked. */
  claimedType: string | null;
  claimedBytes: number | null;
  isVoice: boolean;
  isSticker: boolean;
  body: ReadableStream<Uint8Array> | null;
  /** Epoch ms. */
  now?: number;
};

export type AddedUpload = { upload: Upload; isConverted: boolean };

/**
 * Takes a file that somebody wants to send: streamed to this machine, looked at, converted where the channel refuses
 * its format, put on the media disk. Errors: `forbidden`, `not_found`, `media_not_accepted` with
 * `details: { reason, kind, limitBytes, accepted }`, `bad_request` when it was cut off, `unavailable` without a disk.
 */
export async function addUpload(input: AddUploadInput): Promise<Result<AddedUpload>> {
  if (!can(input.actor, "message.send")) return fail("forbidden", "This person may not send files");
  const place = await uploadPlace(input.actor, input.target);
  if (!place.ok) return place;
  if (!mediaDisk()) return fail("unavailable", "There is no media disk: set MEDIA_DIR or MEDIA_BUCKET");
  const { channel } = place.data;
  const claimedType = claimOf(input);
  const early = refusedEarly(input, channel.type, claimedType);
  if (early) return notAccepted(early);
  const folder = await mkdtemp(join(tmpdir(), folderPrefix));
  try {
    const path = join(folder, "file");
    const received = await receiveFile(input.body, path, capOf(input, channel.type, claimedType));
    if (!received.ok && received.reason === "too_large")
      return notAccepted(tooLarge(channel.type, claimedType, input));
    if (!received.ok) {
      return received.reason === "cut"
        ? fail("bad_request", "The file was cut off on its way")
        : fail("unavailable", "There is no room for the file");
    }
    const wish = { ...input, claimedType, sizeBytes: received.sizeBytes };
    const prepared = await prepareFile(channel.type, path, wish);
    if (!prepared.ok) return notAccepted(prepared.refused);
    const { isConverted } = prepared.data;
    const sha256 = isConverted ? await hashOfFile(prepared.data.path) : received.sha256;
    const upload = await keep(input, { ...place.data, sha256 }, prepared.data);
    return ok({ upload, isConverted });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A browser that does not know a type says nothing or octet-stream: then the name has a say. */
function claimOf({ claimedType, filename }: AddUploadInput): string {
  const says = claimedType?.split(";")[0]?.trim() ?? "";
  const isVague = says === "" || says === "application/octet-stream";
  return isVague ? typeByName(filename ?? "") || "application/octet-stream" : says;
}

type Type = Parameters<typeof judgeFile>[0];

/** What is known to be too large before a byte of it is read. What its bytes are nobody knows yet. */
function refusedEarly(input: AddUploadInput, channel: Type, claimedType: string): Refused | null {
  if (input.claimedBytes === null) return null;
  const verdict = judgeFile(channel, { ...input, type: claimedType, sizeBytes: input.claimedBytes });
  if (!verdict.ok && verdict.reason === "too_large") return verdict;
  return input.claimedBytes > largestBytes(channel) ? tooLarge(channel, claimedType, input) : null;
}

function capOf(input: AddUploadInput, channel: Type, claimedType: string): number {
  const verdict = judgeFile(channel, { ...input, type: claimedType, sizeBytes: 1 });
  const isAsItIs = verdict.ok && verdict.conversion === null;
  const own = isAsItIs ? mediaRules[channel][verdict.kind]?.maxBytes : undefined;
  return own ?? largestBytes(channel);
}

function tooLarge(channel: Type, claimedType: string, input: AddUploadInput): Refused {
  const verdict = judgeFile(channel, { ...input, type: claimedType, sizeBytes: Number.MAX_SAFE_INTEGER });
  if (!verdict.ok && verdict.reason === "too_large") return verdict;
  return { ok: false, reason: "too_large", kind: null, limitBytes: largestBytes(channel), accepted: [] };
}

function notAccepted({ reason, kind, limitBytes, accepted }: Refused): Result<never> {
  return fail("media_not_accepted", `The channel does not take this file: ${reason.replaceAll("_", " ")}`, {
    reason,
    kind,
    limitBytes,
    accepted,
  });
}

async function keep(
  { actor, filename, now = Date.now() }: AddUploadInput,
  place: UploadPlace & { sha256: string },
  prepared: PreparedFile,
): Promise<Upload> {
  const id = ulid();
  const key = `up/${id.slice(0, 8).toLowerCase()}/${id.toLowerCase()}`;
  const disk = mediaDisk();
  if (!disk) throw new Error("The media disk is gone");
  const { thumb, play, mimeType: _seen, ...known } = await describeFile(prepared.path, prepared.type);
  await disk.putFile(key, prepared.path);
  if (thumb) await disk.put(`${key}.webp`, thumb);
  if (play) await disk.put(`${key}.mp4`, play);
  const upload: Upload = {
    id,
    conversationId: place.conversationId,
    channelId: place.channel.id,
    memberId: actor.id,
    kind: prepared.kind,
    isVoice: prepared.isVoice,
    filename: nameOf(filename, prepared),
    sha256: place.sha256,
    file: {
      state: "ready",
      key,
      thumbKey: thumb ? `${key}.webp` : null,
      playKey: play ? `${key}.mp4` : null,
      mimeType: prepared.type,
      sizeBytes: (await stat(prepared.path)).size,
      failure: null,
      ...known,
    },
    providerMediaId: null,
    providerMediaAt: null,
    sentMessageId: null,
    createdAt: now,
  };
  const entry = await auditEntry(actor, added(upload, place.contactId), now);
  await inTransaction(async (tx) => {
    tx.create(uploads().doc(id), upload);
    addAuditEntry(tx, entry);
  });
  return upload;
}

function added({ id, conversationId, kind, file }: Upload, contactId: string | null): AuditedChange {
  const within = [conversationId, contactId].filter((one) => one !== null);
  const detail = { kind, sizeBytes: file.sizeBytes };
  return { action: "upload.added", subject: { kind: "upload", id }, within, detail };
}

function nameOf(filename: string | null, { isConverted, type }: PreparedFile): string | null {
  if (filename === null || filename.trim() === "") return null;
  const clean = cleanFilename(filename);
  return isConverted ? withEnding(clean, endingOf[type] ?? "bin") : clean;
}

const endingOf: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "audio/ogg": "ogg",
  "audio/wav": "wav",
  "audio/mp4": "m4a",
  "video/mp4": "mp4",
};
