import type { TemplateMedia } from "@/lib/domain/template";
import { paths } from "@/lib/paths";

/** A conversation, or a channel when the conversation is still to begin. */
export type UploadTarget = { conversationId: string } | { channelId: string };

/** A file that was put here. `url` is the browser's own, for the preview. */
export type PickedFile = { uploadId: string; name: string; url: string; kind: TemplateMedia };

export type UploadAnswer =
  | { ok: true; file: PickedFile }
  /** `code`: of `errors` in the message catalogue. `cancelled`: by the person. */
  | UploadRefused;
/** `reason`: of `attachments.refused`, when the file itself is not right. */
export type UploadRefused = { ok: false; code: string; reason: string | null; limitBytes: number | null };

/** What Meta takes in the header of a template. */
export const acceptedBy: Record<TemplateMedia, string> = {
  image: "image/jpeg,image/png",
  video: "video/mp4,video/3gpp",
  document: "application/pdf",
};

/** Puts a file here for a template's header; Meta gets it when the template is sent. Never rejects. */
export async function uploadHeader(
  file: File,
  kind: TemplateMedia,
  target: UploadTarget,
  signal: AbortSignal,
): Promise<UploadAnswer> {
  const response = await fetch(paths.api.headerFile({ ...target, filename: file.name }), {
    method: "POST",
    body: file,
    headers: { "content-type": file.type || "application/octet-stream", accept: "application/json" },
    signal,
  }).catch(() => null);
  if (signal.aborted) return { ok: false, code: "cancelled", reason: null, limitBytes: null };
  const body: unknown = (await response?.json().catch(() => null)) ?? null;
  if (!response?.ok) return refused(body, response === null);
  const { id, kind: made } = body as { id?: unknown; kind?: unknown };
  if (typeof id !== "string" || made !== kind)
    return { ok: false, code: "media_not_accepted", reason: null, limitBytes: null };
  return { ok: true, file: { uploadId: id, name: file.name, url: URL.createObjectURL(file), kind } };
}

function refused(body: unknown, isUnreachable: boolean): UploadAnswer {
  const { code, reason, limitBytes } = (body ?? {}) as {
    code?: unknown;
    reason?: unknown;
    limitBytes?: unknown;
  };
  const known = typeof code === "string" ? code : "internal";
  return {
    ok: false,
    code: isUnreachable ? "unavailable" : known,
    reason: typeof reason === "string" ? reason : null,
    limitBytes: typeof limitBytes === "number" ? limitBytes : null,
  };
}
