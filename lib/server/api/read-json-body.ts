import { fail, ok, type Result } from "@/lib/domain/result";

const MAX_BYTES = 256 * 1024;

/** The JSON of a request; an empty body is `{}`. `too_large` over 256 KiB, `bad_request` when it is not JSON. */
export async function readJsonBody(request: Request): Promise<Result<unknown>> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) return tooLarge();
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > MAX_BYTES) return tooLarge();
  if (bytes.byteLength === 0) return ok({});
  try {
    return ok(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return fail("bad_request", "The body is not JSON.");
  }
}

const tooLarge = () => fail("too_large", "The body is larger than 256 KiB.");
