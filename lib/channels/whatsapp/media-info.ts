import { z } from "zod";
import type { ChannelCredentials, MediaInfo } from "../client-types";
import { call, mapResult } from "../graph/call";
import { type GraphResult, graphFailure } from "../graph/result";
import { numeric, optional, text } from "../lenient";

const Answer = z.object({
  url: z.string(),
  mime_type: optional(text),
  sha256: optional(text),
  file_size: optional(numeric),
});

/**
 * Where a file can be fetched, for the next five minutes. Ids from webhooks are known to Meta for seven days.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export async function fetchMediaInfo(
  credentials: ChannelCredentials,
  mediaId: string,
): Promise<GraphResult<MediaInfo>> {
  const result = await call(credentials, {
    method: "GET",
    path: encodeURIComponent(mediaId),
    ...(credentials.phoneNumberId ? { query: { phone_number_id: credentials.phoneNumberId } } : {}),
  });
  return mapResult(result, (data) => {
    const answer = Answer.safeParse(data);
    if (!answer.success) return graphFailure("unknown", "The media answer has no url", 200);
    const { url, mime_type, sha256, file_size } = answer.data;
    return {
      ok: true,
      data: { url, mimeType: mime_type ?? null, sha256: sha256 ?? null, sizeBytes: file_size ?? null },
    };
  });
}
