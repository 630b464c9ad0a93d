import type { MediaFailure } from "@/lib/domain/media";
import type { SendContent } from "@/lib/domain/send-content";

/** One conversation of the demo morning, as a little play. Gaps are in minutes. */
export type Play = {
  channel: "whatsapp" | "instagram";
  name: string;
  /** WhatsApp, digits with country code; left out: a customer known by username alone. */
  phone?: string;
  username?: string;
  /** How many minutes before now the last step happens. */
  endedAgo: number;
  /** Who looks after it. */
  assignee?: AgentKey;
  /** The last customer messages nobody has opened yet; default: those after the last reply. */
  unread?: number;
  /** A text that waits for the customer to write again. */
  parked?: { text: string; agent: AgentKey };
  /** Files that never came: by the name of the message, the state they stay in. */
  files?: Record<string, { state: "pending" | "failed" | "expired"; failure: MediaFailure | null }>;
  steps: Step[];
};

export type AgentKey = "ines" | "tomas";
export type Outcome = "sent" | "delivered" | "read" | "played" | "unconfirmed" | { failedWith: number };

/** What an agent sends that is more than words. */
export type Sending = {
  content: SendContent;
  /** A sample of the stand-in for the file that `content` names (its `uploadId` is filled in). */
  file?: { sample: string; name?: string; isVoice?: boolean; isSticker?: boolean };
  /** How it looks on the customer's phone, where that is more than words: see `business_api` of the stand-in. */
  onPhone?: Record<string, unknown>;
};

export type Step =
  | { by: "customer"; gap: number; body: Record<string, unknown>; as?: string; to?: string }
  | { by: "agent"; gap: number; agent: AgentKey; text: string; outcome: Outcome; as?: string; to?: string }
  | {
      by: "agent-file";
      gap: number;
      agent: AgentKey;
      sending: Sending;
      outcome: Outcome;
      as?: string;
      to?: string;
    }
  | { by: "agent-reaction"; gap: number; to: string; emoji: string }
  | { by: "phone"; gap: number; text: string; media?: string; sample?: string };

type Marks = { as?: string; to?: string };

/** The customer writes. `as` names the message, `to` quotes a named one. */
export const says = (gap: number, text: string, { as, to }: Marks = {}): Step => ({
  by: "customer",
  gap,
  body: { kind: "text", text },
  as,
  to,
});

/** The customer sends anything else the stand-in for Meta knows. */
export const sends = (
  gap: number,
  kind: string,
  fields: Record<string, unknown> = {},
  { as, to }: Marks = {},
): Step => ({ by: "customer", gap, body: { kind, ...fields }, as, to });

/** The customer puts an emoji on a named message. */
export const reacts = (gap: number, to: string, emoji: string): Step => ({
  by: "customer",
  gap,
  body: { kind: "reaction", emoji },
  to,
});

export const ines = (gap: number, text: string, outcome: Outcome = "read", marks: Marks = {}): Step => ({
  by: "agent",
  gap,
  agent: "ines",
  text,
  outcome,
  ...marks,
});

export const tomas = (gap: number, text: string, outcome: Outcome = "read", marks: Marks = {}): Step => ({
  by: "agent",
  gap,
  agent: "tomas",
  text,
  outcome,
  ...marks,
});

/** An agent sends something that is more than words. */
export const inesSends = (
  gap: number,
  sending: Sending,
  outcome: Outcome = "read",
  marks: Marks = {},
): Step => ({ by: "agent-file", gap, agent: "ines", sending, outcome, ...marks });

/** The shop puts an emoji on a named message. */
export const shopReacts = (gap: number, to: string, emoji: string): Step => ({
  by: "agent-reaction",
  gap,
  to,
  emoji,
});

/** Somebody sends a picture from the shop's own phone (WhatsApp). */
export const shopPhonePicture = (gap: number, text: string, sample: string): Step => ({
  by: "phone",
  gap,
  text,
  media: "image",
  sample,
});

/** Somebody answers from the shop's own phone. */
export const shopPhone = (gap: number, text: string): Step => ({ by: "phone", gap, text });
