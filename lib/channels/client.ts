import type { ChannelClient, ChannelCredentials } from "./client-types";
import { instagramClient } from "./instagram/client";
import { whatsappClient } from "./whatsapp/client";

export type {
  ChannelClient,
  ChannelCredentials,
  ChannelTemplate,
  HealthReading,
  MediaInfo,
  MediaToUpload,
  OutgoingContent,
  OutgoingFile,
  OutgoingMessage,
  OutgoingReaction,
  ProfileResult,
  Sent,
  TemplatePage,
  TokenReading,
} from "./client-types";

/** The Graph API as one channel uses it. No call is repeated in here; every failure is a value. */
export function channelClient(credentials: ChannelCredentials): ChannelClient {
  return credentials.type === "whatsapp" ? whatsappClient(credentials) : instagramClient(credentials);
}
