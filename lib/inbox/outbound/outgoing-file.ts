import type { ChannelCredentials, OutgoingFile } from "@/lib/channels/client";
import { type GraphResult, graphFailure } from "@/lib/channels/graph/result";
import type { Channel } from "@/lib/domain/channel";

/** An uploaded file (`uploads/<id>`) as Meta can have it: put there once and named by its id on WhatsApp, a link on Instagram. */
export async function outgoingFile(
  _channel: Channel,
  _credentials: ChannelCredentials,
  _uploadId: string,
): Promise<GraphResult<OutgoingFile>> {
  return graphFailure("rejected", "The message has no file");
}
