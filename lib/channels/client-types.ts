import type { ChannelType } from "@/lib/domain/channel";
import type { Interactive } from "@/lib/domain/interactive";
import type { SendContent } from "@/lib/domain/send-content";
import type { GraphFailure, GraphResult } from "./graph/result";

/** What it takes to act for one number or account. `baseUrl` has no version and no trailing path. */
export type ChannelCredentials = {
  type: ChannelType;
  baseUrl: string;
  version: string;
  token: string;
  phoneNumberId?: string;
  wabaId?: string;
  accountId?: string;
  pageId?: string;
};

/** A file by Meta's id, or by a link that Meta can open (Instagram). */
export type OutgoingFile = { id: string } | { link: string };

export type OutgoingContent =
  | { kind: "text"; text: string; previewUrl?: boolean }
  | { kind: "template"; name: string; language: string; components: Record<string, unknown>[] }
  | {
      kind: "image" | "video" | "audio" | "document" | "sticker";
      file: OutgoingFile;
      caption: string | null;
      filename: string | null;
      isVoice: boolean;
    }
  | {
      kind: "location";
      latitude: number;
      longitude: number;
      name: string | null;
      address: string | null;
    }
  | { kind: "contacts"; cards: Extract<SendContent, { kind: "contacts" }>["cards"] }
  /** `headerFile`: what the header's upload is called at Meta. */
  | { kind: "interactive"; interactive: Interactive; headerFile: OutgoingFile | null }
  | { kind: "heart" };

export type OutgoingMessage = {
  to: { waId: string | null; bsuid: string | null; igsid: string | null };
  content: OutgoingContent;
  replyToProviderMessageId: string | null;
  /** WhatsApp repeats it in every status of the message; Instagram has no such thing. */
  callbackData: string;
  /** Instagram past 24 hours: a person's answer. */
  tag?: "human_agent" | null;
};

/** A reaction to one message; `emoji` null takes ours back. */
export type OutgoingReaction = {
  to: OutgoingMessage["to"];
  providerMessageId: string;
  emoji: string | null;
};

/** Meta took the message; whether it arrives, statuses tell. `contactIds` are those of the answer. */
export type Sent = {
  providerMessageId: string;
  contactIds: { waId: string | null; bsuid: string | null };
};

/** `denied`: they have not written yet (230). `unknown`: no such profile (9010). `failed`: try again later. */
export type ProfileResult =
  | { state: "ready"; name: string | null; username: string | null; avatarUrl: string | null }
  | { state: "denied" | "unknown" }
  | { state: "failed"; failure: GraphFailure };

/** A template as the channel has it. `components` are Meta's, as they come. */
export type ChannelTemplate = {
  id: string;
  name: string;
  language: string;
  status: string;
  category: string | null;
  quality: string | null;
  rejectedReason: string | null;
  parameterFormat: string | null;
  components: Record<string, unknown>[];
};

export type TemplatePage = { items: ChannelTemplate[]; nextCursor: string | null };

export type HealthReading = {
  name: string | null;
  displayPhone: string | null;
  username: string | null;
  quality: string | null;
  messagingLimit: string | null;
  nameStatus: string | null;
  accountState: string | null;
};

/** `expiresAt` in epoch milliseconds; null when the token never expires. */
export type TokenReading = {
  isValid: boolean;
  expiresAt: number | null;
  scopes: string[];
  appId: string | null;
};

/** Where a file can be fetched for some minutes, and what Meta says it is. `sha256` in hex or base64. */
export type MediaInfo = {
  url: string;
  mimeType: string | null;
  sha256: string | null;
  sizeBytes: number | null;
};

/** A file to put at Meta. `bytes` is read as it is sent, not before. */
export type MediaToUpload = { bytes: Blob; mimeType: string; filename: string };

export type ChannelClient = {
  sendMessage(input: OutgoingMessage): Promise<GraphResult<Sent>>;
  /** WhatsApp answers with an id for the reaction itself; nobody needs it. */
  react(input: OutgoingReaction): Promise<GraphResult<null>>;
  /** WhatsApp marks this message and all before it. Instagram takes the person instead: `recipientId`, an IGSID. */
  markRead(
    providerMessageId: string,
    options: { isTyping: boolean; recipientId: string | null },
  ): Promise<GraphResult<null>>;
  fetchProfile(igsid: string): Promise<ProfileResult>;
  /** WhatsApp only; Instagram gives links, not ids. */
  fetchMediaInfo(mediaId: string): Promise<GraphResult<MediaInfo>>;
  /** WhatsApp only: gives the id that messages name the file by. */
  uploadMedia(file: MediaToUpload): Promise<GraphResult<string>>;
  /** One page; `after` is the `nextCursor` of the page before. */
  listTemplates(page: { limit: number; after: string | null }): Promise<GraphResult<TemplatePage>>;
  readHealth(): Promise<GraphResult<HealthReading>>;
  debugToken(): Promise<GraphResult<TokenReading>>;
  subscribeApp(): Promise<GraphResult<null>>;
};
