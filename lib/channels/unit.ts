import type { ChannelRef, ProviderEvent, WebhookItem } from "@/lib/domain/provider-event";

/** A webhook item before it has its place in the body. */
export type Unit = { kind: string } & ({ event: ProviderEvent } | { ignored: string } | { error: string });

/** A unit with the channel it is for. */
export type ChannelUnit = Unit & { channel: ChannelRef };

export const ignored = (kind: string, reason: string): Unit => ({ kind, ignored: reason });
export const failed = (kind: string, reason: string): Unit => ({ kind, error: reason });

/** Reads one item by itself: whatever goes wrong in it stays in it. The reason never holds content. */
export function isolated(kind: string, read: () => Unit): Unit {
  try {
    return read();
  } catch (error) {
    return failed(kind, `Could not be read (${error instanceof Error ? error.name : "unknown"})`);
  }
}

/** Gives every unit its place in the body. */
export function numbered(units: ChannelUnit[]): WebhookItem[] {
  return units.map((unit, index) => ({ index, ...unit }));
}
