import type { z } from "zod";
import type { ChannelHealth, ChannelPause, ChannelType } from "@/lib/domain/channel";
import type { VersionedConversation, VersionedMessage } from "@/lib/domain/live-event";
import type { Failure } from "@/lib/domain/result";

/**
 * One list as loaded so far, newest activity first. `nextCursor` is null when the end is loaded; while it is not,
 * `floor` is where the loaded part ends (the last row, unless that row has moved away since).
 */
export type ConversationList = {
  items: VersionedConversation[];
  nextCursor: string | null;
  floor?: ListPosition;
};
export type ListPosition = Pick<VersionedConversation, "id" | "lastActivityAt">;

/**
 * A message of a thread. `local` is there while the server does not have it yet (then `version` is 0):
 * `sending` on its way, `offline` waiting for the network, `failed` refused or lost, with the reason.
 */
export type ThreadMessage = VersionedMessage & { local?: LocalState };
export type LocalState = { state: "sending" | "offline" | "failed"; failure: Failure | null };

/** A thread as loaded so far, newest first, as the server pages it. */
export type Thread = { items: ThreadMessage[]; nextCursor: string | null };

export type Counts = { all: number; unread: number; mine: number };

/** A channel as the browser may see it; no secrets. */
export type ChannelSummary = {
  id: string;
  type: ChannelType;
  name: string;
  displayPhone: string | null;
  username: string | null;
  isConnected: boolean;
  pause: ChannelPause | null;
  health: z.infer<typeof ChannelHealth>;
  /** When the access token ends, in epoch ms; null: never, or Meta did not say. */
  tokenExpiresAt: number | null;
};

/** `channelIds`: where they can be assigned, of the channels that one sees oneself; null: everywhere. */
export type MemberSummary = { id: string; name: string; channelIds: string[] | null };
