import type { Person } from "@/lib/domain/contact";
import type { Origin } from "@/lib/domain/provider-event";
import type { WireContact } from "./wire";

/** What holds for every item of one list: whose they are, who is introduced beside them, who answers. */
export type MessageScope = {
  origin: Origin;
  contacts: WireContact[];
  isStandby: boolean;
  isHistory?: boolean;
  /** Whose thread it is, where the items themselves do not say. */
  person?: Person;
  groupId?: string;
};
