import { z } from "zod";
import type { ChannelCredentials, MediaToUpload } from "../client-types";
import { call, mapResult } from "../graph/call";
import { type GraphResult, graphFailure } from "../graph/result";

const Answer = z.object({ id: z.string().min(1) });
const TIMEOUT_MS = 10 * 60_000;

/**
 * Puts a file at WhatsApp; the id is good for 30 days. It sends nothing to anybody, so an upload whose answer is lost
 * may safely be made again: such a failure is `unreachable`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export async function uploadMedia(
  credentials: ChannelCredentials,
  { bytes, mimeType, filename }: MediaToUpload,
): Promise<GraphResult<string>> {
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("type", mimeType);
  form.set("file", bytes, filename);
  const path = `${credentials.phoneNumberId}/media`;
  const result = await call(credentials, { method: "POST", path, form, timeoutMs: TIMEOUT_MS });
  const read = mapResult(result, (data) => {
    const answer = Answer.safeParse(data);
    return answer.success
      ? { ok: true, data: answer.data.id }
      : graphFailure("unknown", "The answer has no id");
  });
  if (read.ok || read.failure.outcome !== "unknown") return read;
  return { ok: false, failure: { ...read.failure, outcome: "unreachable" } };
}
