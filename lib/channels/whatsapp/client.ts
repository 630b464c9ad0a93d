import type { ChannelClient, ChannelCredentials } from "../client-types";
import { call, done, mapResult } from "../graph/call";
import { debugToken } from "../graph/debug-token";
import { graphFailure } from "../graph/result";
import { buildMarkRead } from "./build-mark-read";
import { buildMessage, buildReaction } from "./build-message";
import { fetchMediaInfo } from "./media-info";
import { readHealth } from "./read-health";
import { readSent } from "./read-sent";
import { listTemplates } from "./templates";
import { uploadMedia } from "./upload-media";

/** WhatsApp Cloud API for one phone number. */
export function whatsappClient(credentials: ChannelCredentials): ChannelClient {
  const messages = `${credentials.phoneNumberId}/messages`;
  return {
    async sendMessage(input) {
      if (!input.to.waId && !input.to.bsuid)
        return graphFailure("rejected", "Neither a phone number nor a BSUID");
      const body = buildMessage(input);
      if (!body) return graphFailure("rejected", "WhatsApp has no such message");
      return mapResult(await call(credentials, { method: "POST", path: messages, body }), readSent);
    },
    async react(input) {
      return done(await call(credentials, { method: "POST", path: messages, body: buildReaction(input) }));
    },
    async markRead(providerMessageId, { isTyping }) {
      const body = buildMarkRead(providerMessageId, isTyping);
      return done(await call(credentials, { method: "POST", path: messages, body }));
    },
    async fetchProfile() {
      return { state: "unknown" };
    },
    fetchMediaInfo: (mediaId) => fetchMediaInfo(credentials, mediaId),
    uploadMedia: (file) => uploadMedia(credentials, file),
    listTemplates: (page) => listTemplates(credentials, page),
    readHealth: () => readHealth(credentials),
    debugToken: () => debugToken(credentials),
    async subscribeApp() {
      return done(await call(credentials, { method: "POST", path: `${credentials.wabaId}/subscribed_apps` }));
    },
  };
}
