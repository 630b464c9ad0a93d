import type { OverLimit } from "@/lib/channels/over-limit";
import type { Interactive } from "@/lib/domain/interactive";

/** What every form of the builder gets: the message so far, its setter, and the first thing wrong with it. */
export type FormProps<T extends Interactive["type"]> = {
  value: Extract<Interactive, { type: T }>;
  onChange: (value: Extract<Interactive, { type: T }>) => void;
  wrong: OverLimit | null;
  isTried: boolean;
};

/** The fault, if it is in this field. Pure. */
export const at = (wrong: OverLimit | null, field: string): OverLimit | null =>
  wrong?.field === field ? wrong : null;

/** A list with one entry changed. Pure. */
export const changed = <T>(list: readonly T[], index: number, next: T): T[] =>
  list.map((one, position) => (position === index ? next : one));

/** A list without one entry. Pure. */
export const without = <T>(list: readonly T[], index: number): T[] =>
  list.filter((_, position) => position !== index);

/** An optional text: empty is none. Pure. */
export const orNull = (text: string): string | null => (text === "" ? null : text);
