import { uploadOfToken } from "@/lib/inbox/uploads/upload-link";
import { problem } from "@/lib/server/route/problem";
import { toFailure } from "@/lib/server/route/to-failure";
import { serveFile } from "./serve-file";

/**
 * Answers Meta with a file that is sent on Instagram. The token is all it takes: it names one upload, is signed by us
 * and good for an hour. Nothing is told about why a token opens nothing.
 */
export async function servePublicFile(request: Request, token: string): Promise<Response> {
  try {
    return withoutTrace(await fileOf(request, token));
  } catch (error) {
    return withoutTrace(problem(toFailure(error, "GET /m")));
  }
}

async function fileOf(request: Request, token: string): Promise<Response> {
  const upload = await uploadOfToken(token, Date.now());
  const key = upload?.file.key;
  if (!upload || !key) return problem({ code: "not_found", message: "There is nothing here." });
  const mimeType = upload.file.mimeType ?? "application/octet-stream";
  const file = { key, mimeType, filename: upload.filename ?? upload.kind };
  return serveFile(request, file, { isDownload: false, hasOwnType: true });
}

function withoutTrace(response: Response): Response {
  response.headers.set("X-Robots-Tag", "noindex, nofollow, noarchive");
  response.headers.set("Cache-Control", "private, no-store");
  response.headers.set("Referrer-Policy", "no-referrer");
  return response;
}
