import { servePublicFile } from "@/lib/server/media/serve-public-file";

type Context = { params: Promise<{ token: string }> };

/** Where Meta fetches a file that is sent on Instagram. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return servePublicFile(request, (await context.params).token);
}
