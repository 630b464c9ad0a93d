import type { PublicUpload } from "@/lib/domain/public-upload";
import { paths } from "@/lib/paths";
import type { Attachment, Refusal } from "./attachment";

export type UploadAnswer =
  | { ok: true; upload: PublicUpload }
  | { ok: false; refusal: Refusal | null; code: string };

/** Puts a file on the server. `onProgress` from 0 to 1; `signal` stops it. Never rejects. */
export function uploadFile(
  conversationId: string,
  { file, isVoice, isSticker }: Pick<Attachment, "file" | "isVoice" | "isSticker">,
  { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<UploadAnswer> {
  const query = {
    conversationId,
    filename: file.name,
    ...(isVoice ? ({ voice: 1 } as const) : {}),
    ...(isSticker ? ({ sticker: 1 } as const) : {}),
  };
  return new Promise((resolve) => {
    // fetch() tells nothing of how far an upload is.
    const request = new XMLHttpRequest();
    const broken = () => resolve({ ok: false, refusal: null, code: "unavailable" });
    request.open("POST", paths.api.uploads(query));
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(read(request.status, request.responseText));
    request.onerror = broken;
    request.onabort = broken;
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

/** Takes a file back from the server. What stays is deleted there after a day. */
export function forgetUpload(id: string): void {
  void fetch(paths.api.upload(id), { method: "DELETE", keepalive: true }).catch(() => undefined);
}

function read(status: number, text: string): UploadAnswer {
  const body = parse(text);
  if (status === 200 && body && typeof body === "object" && "id" in body) {
    return { ok: true, upload: body as PublicUpload };
  }
  const problem = (body ?? {}) as Partial<Refusal> & { code?: unknown };
  const code = typeof problem.code === "string" ? problem.code : "unavailable";
  if (code !== "media_not_accepted" || !problem.reason) return { ok: false, refusal: null, code };
  const { reason, kind = null, limitBytes = null, accepted = [] } = problem;
  return { ok: false, code, refusal: { reason, kind, limitBytes, accepted } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
