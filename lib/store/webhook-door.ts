import { FieldValue } from "firebase-admin/firestore";
import type { ChannelType } from "@/lib/domain/channel";
import { DoorState } from "@/lib/domain/webhook-door";
import { db } from "./firestore";

const ref = () => db().collection("settings").doc("webhook-door");

/** `settings/webhook-door`: how each webhook was used lately, by kind. */
export async function readDoorStates(): Promise<Record<ChannelType, DoorState>> {
  const data = (await ref().get()).data() ?? {};
  return { whatsapp: DoorState.parse(data.whatsapp ?? {}), instagram: DoorState.parse(data.instagram ?? {}) };
}

/** Notes what happened; `refused` more wrong signatures are added to those counted, `isReset` counts from there. */
export async function noteDoor(
  type: ChannelType,
  change: Partial<Omit<DoorState, "refusedCount">>,
  { refused = 0, isReset = false } = {},
): Promise<void> {
  const count = isReset ? { refusedCount: refused } : {};
  const more = !isReset && refused > 0 ? { refusedCount: FieldValue.increment(refused) } : {};
  await ref().set({ [type]: { ...change, ...count, ...more } }, { merge: true });
}
