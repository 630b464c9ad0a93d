import type { Interactive } from "@/lib/domain/interactive";

/** What the dialog builds, or the list of what was saved. */
export type Draft =
  | { kind: "interactive"; interactive: Interactive }
  | { kind: "location" }
  | { kind: "contacts" }
  | { kind: "saved" };
