import { uploadOfToken } from "@/lib/inbox/uploads/upload-link";
import { serveFile } from "@/lib/server/media/serve-file";
import { problem } from "@/lib/server/route/problem";

/** Where Meta fetches a file that is sent on Instagram. The token is all it takes, and it is good for an hour. */
export async function GET(
  request: Request,
  context: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await context.params;
  const upload = await uploadOfToken(token, Date.now());
  const key = upload?.file.key;
  if (!upload || !key) return withoutTrace(problem({ code: "not_found", message: "There is nothing here." }));
  const mimeType = upload.file.mimeType ?? "application/octet-stream";
  const file = { key, mimeType, filename: upload.filename ?? upload.kind };
  return withoutTrace(await serveFile(request, file, { isDownload: false, hasOwnType: true }));
}

function withoutTrace(response: Response): Response {
  response.headers.set("X-Robots-Tag", "noindex, nofollow, noarchive");
  response.headers.set("Cache-Control", "private, no-store");
  response.headers.set("Referrer-Policy", "no-referrer");
  return response;
}
