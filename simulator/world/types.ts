import type { Json } from "../http/json";
import type { InstagramAccount, WhatsAppAccount } from "../options";
import type { AppStanding, Standing } from "./standing";
import type { IssuedToken } from "./tokens";

export type ChannelType = "whatsapp" | "instagram";

/** A person with a phone. WhatsApp customers have a BSUID and maybe a phone number; Instagram customers an IGSID. */
export type Customer = {
  id: string;
  channel: ChannelType;
  name: string;
  /** Digits only; null for a username-only customer and on Instagram. */
  waId: string | null;
  bsuid: string | null;
  igsid: string | null;
  username: string | null;
  /** The phone number id or Instagram account they write to; the first one when unset. */
  accountId?: string;
  lastWroteAt: number | null;
  /** When the business last asked to show that it types, plus 25 s. */
  typingUntil: number | null;
  profile: "visible" | "needs_consent" | "unknown";
  isChatOpen: boolean;
  isPhoneOn: boolean;
  /** False: the number is not on WhatsApp; sends fail later with 131026. */
  isReachable: boolean;
  hasOptedOut: boolean;
  hasReadReceipts: boolean;
  createdAt: number;
};

export type StatusStep = { status: "sent" | "delivered" | "read" | "failed"; at: number; code?: number };

/** Something the customer can tap in a received message. */
export type TapOption = {
  id: string;
  title: string;
  description?: string;
  kind: "reply" | "row" | "quick_reply" | "postback" | "request_contact_info" | "send_location" | "link";
};

export type MediaOnPhone = {
  mediaId: string | null;
  link: string | null;
  mimeType: string | null;
  filename: string | null;
};

/** One message on the customer's phone, either way. */
export type PhoneMessage = {
  providerMessageId: string;
  customerId: string;
  from: "customer" | "business";
  kind: string;
  at: number;
  header: string | null;
  text: string | null;
  footer: string | null;
  media: MediaOnPhone | null;
  options: TapOption[];
  replyTo: string | null;
  /** What each side reacted with. */
  reactions: { customer: string | null; business: string | null };
  editedAt: number | null;
  deletedAt: number | null;
  /** What the business was told (business messages), or null. */
  statuses: StatusStep[];
  /** When the business marked the customer's message as read. */
  readByBusinessAt: number | null;
  callbackData: string | null;
  /** The message part of the request or webhook as it was on the wire. */
  wire: Json;
};

export type TemplateStatus = "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | "DISABLED";

/** A message template as Meta's list gives it. */
export type Template = {
  id: string;
  name: string;
  language: string;
  status: TemplateStatus;
  category: "MARKETING" | "UTILITY" | "AUTHENTICATION";
  parameter_format: "POSITIONAL" | "NAMED";
  components: Json[];
  rejected_reason?: string;
  quality_score: { score: string; date: number };
};

export type Media = {
  id: string;
  channel: ChannelType;
  mimeType: string;
  filename: string | null;
  sha256: string;
  sizeBytes: number;
  origin: "customer" | "upload";
  createdAt: number;
};

export type FaultKind =
  | "expired_token"
  | "rate_limit"
  | "error"
  | "slow"
  | "timeout_after_accept"
  | "timeout_before_accept"
  | "drop_after_accept"
  | "drop_before_accept"
  | "error_after_accept"
  | "failed_status"
  | "silent"
  | "server_error"
  | "html_error"
  | "template_paused"
  | "media_gone"
  | "wrong_bytes"
  | "cut_short"
  | "html_page"
  | "empty_file"
  | "too_large";

export type Endpoint =
  | "send"
  | "read"
  | "media"
  | "download"
  | "templates"
  | "profile"
  | "fields"
  | "subscribe"
  | "other";

export type Fault = {
  id: string;
  kind: FaultKind;
  endpoint: Endpoint | "any";
  channel: ChannelType | null;
  customerId: string | null;
  /** Matching requests left; null until removed. */
  remaining: number | null;
  code: number | null;
  subcode: number | null;
  message: string | null;
  details: string | null;
  httpStatus: number | null;
  ms: number | null;
};

export type DeliveryOptions = {
  appUrl: string | null;
  sentDelayMs: number;
  deliveredDelayMs: number;
  readDelayMs: number;
  extraDelayMs: number;
  reorderMs: number;
  duplicateChance: number;
  batchSize: number;
  batchWaitMs: number;
  concurrency: number;
  retryDelaysMs: number[];
  answerTimeoutMs: number;
  isStatusBeforeAnswer: boolean;
  windowFailure: "answer" | "status";
  isPairLimited: boolean;
  messagesPerSecond: number;
  hasHumanAgent: boolean;
  seed: number;
};

/** One update of a webhook before it is packed: a WhatsApp change or an Instagram messaging event. */
export type Update = {
  id: string;
  channel: ChannelType;
  kind: string;
  customerId: string | null;
  content: Json;
  dueAt: number;
};

/** One POST to the app: exact bytes (as text, ASCII only when Meta's encoding made them). */
export type Webhook = {
  id: string;
  channel: ChannelType;
  kinds: string[];
  body: string;
  signature: string;
  headers: Record<string, string>;
  createdAt: number;
  dueAt: number;
  attempts: { at: number; status: number | null; ms: number; error: string | null }[];
  state: "waiting" | "delivered" | "given_up";
};

/** Everything that outlives a restart. */
export type SimState = {
  version: 1;
  clockOffsetMs: number;
  customers: Customer[];
  messages: PhoneMessage[];
  templates: Template[];
  media: Media[];
  faults: Fault[];
  delivery: DeliveryOptions;
  subscribed: Record<ChannelType, boolean>;
  subscribedFields: string[];
  /** Accounts added since the start, what of them the app is subscribed to, and tokens given out for them. */
  accounts?: { whatsapp: WhatsAppAccount[]; instagram: InstagramAccount[] };
  subscriptions?: Record<string, string[] | null>;
  tokens?: IssuedToken[];
  /** Where webhooks go that were set up in the app's settings. */
  webhookUrls?: Partial<Record<ChannelType, string>>;
  /** Accounts that do not stand well at Meta, by id, and the app where it is not set up as usual. */
  standings?: Record<string, Standing>;
  app?: AppStanding;
  updates: Update[];
  webhooks: Webhook[];
};
