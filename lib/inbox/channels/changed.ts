import { wakeChannelRows } from "@/lib/store/outbox";
import { forgetChannels } from "./connected";
import { forgetDoorSecrets } from "./door-secrets";

/** After a channel's secrets or its connection changed: nothing remembered counts, and what waited may go out. */
export async function changed(channelId: string, now: number): Promise<void> {
  forgetChannels();
  forgetDoorSecrets();
  await wakeChannelRows(channelId, now);
}
