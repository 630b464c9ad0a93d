import type { Actor } from "@/lib/domain/member";

/** Parley itself: seeds and scripts run by whoever holds the machine. */
export const systemActor: Actor = { kind: "system", id: "system", name: "Parley" };
