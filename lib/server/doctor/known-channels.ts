import { listChannels } from "@/lib/inbox/channels/connected";
import type { KnownChannel } from "./say-line";

/** The channels for the names in the lines; none while the store does not answer, which the lines themselves say. */
export async function knownChannels(): Promise<KnownChannel[]> {
  try {
    return (await listChannels()).map(({ id, name, wabaId }) => ({ id, name, wabaId }));
  } catch {
    return [];
  }
}
