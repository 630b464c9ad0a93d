import { listChannels } from "@/lib/inbox/channels/connected";
import { LATE, within } from "@/lib/inbox/doctor/within";
import type { KnownChannel } from "./say-line";

const LIMIT_MS = 3000;

/** The channels for the names in the lines; none while the store does not answer, which the lines themselves say. */
export async function knownChannels(): Promise<KnownChannel[]> {
  const list = await within(LIMIT_MS, listChannels()).catch(() => LATE);
  if (list === LATE) return [];
  return (list as Exclude<typeof list, symbol>).map(({ id, name, wabaId }) => ({ id, name, wabaId }));
}
