import type { Channel } from "@/lib/domain/channel";
import { type Reading, read, unread } from "@/lib/domain/doctor/result";
import { channels } from "@/lib/store/channels";
import { LATE, within } from "./within";

const LIMIT_MS = 5000;

/** The connected channels by name, as the store has them now. */
export async function readChannels(): Promise<Reading<Channel[]>> {
  const snapshot = await within(LIMIT_MS, channels().get()).catch(() => LATE);
  if (snapshot === LATE) return unread({ why: "storeSilent" });
  const list = (snapshot as Exclude<typeof snapshot, symbol>).docs.map((document) => document.data());
  return read(list.filter(({ isConnected }) => isConnected).sort((a, b) => a.name.localeCompare(b.name)));
}
