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
  steps: Step[];
};

export type AgentKey = "ines" | "tomas";
export type Outcome = "sent" | "delivered" | "read" | { failedWith: number };

export type Step =
  | { by: "customer"; gap: number; body: Record<string, unknown>; as?: string; to?: string }
  | { by: "agent"; gap: number; agent: AgentKey; text: string; outcome: Outcome; as?: string; to?: string }
  | { by: "phone"; gap: number; text: string };

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

/** Somebody answers from the shop's own phone. */
export const shopPhone = (gap: number, text: string): Step => ({ by: "phone", gap, text });
