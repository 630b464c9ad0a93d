import type { Person } from "@/lib/domain/contact";
import type { Origin } from "@/lib/domain/provider-event";

/** What holds for every item of an entry. */
export type ItemScope = { accountId: string; time: unknown; isStandby: boolean };

/** What is read of an item before its own kind: who did it, with whom, when (epoch ms). */
export type ItemHead = { origin: Origin; person: Person; at: number | null; isStandby: boolean };
