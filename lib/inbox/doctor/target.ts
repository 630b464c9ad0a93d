import type { Channel, ChannelType } from "@/lib/domain/channel";
import type { CheckId } from "@/lib/domain/doctor/checks";
import type { Reading, Verdict } from "@/lib/domain/doctor/result";

/** One look at the installation: when, at which channels, and what was read so far, so that each thing is read once. */
export type Look = {
  /** Epoch ms. */
  now: number;
  /** The connected channels; unread while the store does not answer. */
  channels: Reading<Channel[]>;
  once: <T>(name: string, make: () => Promise<T>) => Promise<T>;
};

export type Run = (look: Look) => Promise<Verdict>;
export type RunForKind = (look: Look, kind: ChannelType) => Promise<Verdict>;
export type RunForChannel = (look: Look, channel: Channel) => Promise<Verdict>;

/** How each check of a room looks; the kind of function goes by the check's `per`. */
export type Runs<Id extends CheckId, R> = Record<Id, R>;

export function newLook(now: number, channels: Reading<Channel[]>): Look {
  const known = new Map<string, Promise<unknown>>();
  return {
    now,
    channels,
    once<T>(name: string, make: () => Promise<T>): Promise<T> {
      const made = known.get(name) ?? make();
      known.set(name, made);
      return made as Promise<T>;
    },
  };
}

/** The connected channels of a kind; none while they cannot be read. */
export function channelsOf({ channels }: Look, kind: ChannelType): Channel[] {
  return channels.ok ? channels.data.filter(({ type }) => type === kind) : [];
}
