import type { ChannelClient, ChannelCredentials } from "../client-types";
import { call, done, mapResult } from "../graph/call";
import { debugToken } from "../graph/debug-token";
import { graphFailure } from "../graph/result";
import { buildMessage, buildReaction } from "./build-message";
import { buildSenderAction } from "./build-sender-action";
import { isInstagramLogin, nodeOf } from "./node";
import { fetchProfile } from "./profile";
import { readHealth } from "./read-health";
import { readSent } from "./read-sent";

/** Fields a webhook can be subscribed to with Instagram Login; a Page is subscribed to `messages` and the app to the rest. */
const loginFields = [
  "messages",
  "messaging_postbacks",
  "messaging_reactions",
  "messaging_referrals",
  "messaging_seen",
  "message_edit",
];

/** What the account or Page subscribes this app to. */
export const subscribedFieldsOf = (credentials: ChannelCredentials): string[] =>
  isInstagramLogin(credentials) ? loginFields : ["messages"];

/** Instagram messaging for one professional account. */
export function instagramClient(credentials: ChannelCredentials): ChannelClient {
  const messages = `${nodeOf(credentials)}/messages`;
  return {
    async sendMessage(input) {
      const body = buildMessage(input);
      if (!body) return graphFailure("rejected", "Instagram has no such message, or the IGSID is missing");
      return mapResult(await call(credentials, { method: "POST", path: messages, body }), readSent);
    },
    async react(input) {
      return done(await call(credentials, { method: "POST", path: messages, body: buildReaction(input) }));
    },
    async markRead(_providerMessageId, { isTyping, recipientId }) {
      if (!recipientId) return graphFailure("rejected", "No IGSID to mark as seen");
      const body = buildSenderAction(recipientId, isTyping ? "typing_on" : "mark_seen");
      return done(await call(credentials, { method: "POST", path: messages, body }));
    },
    fetchProfile: (igsid) => fetchProfile(credentials, igsid),
    async fetchMediaInfo() {
      return graphFailure("rejected", "Instagram has no media ids");
    },
    async uploadMedia() {
      return graphFailure("rejected", "Instagram fetches files by their links");
    },
    async listTemplates() {
      return { ok: true, data: { items: [], nextCursor: null } };
    },
    readHealth: () => readHealth(credentials),
    debugToken: () => debugToken(credentials),
    async subscribeApp() {
      const query = { subscribed_fields: subscribedFieldsOf(credentials).join(",") };
      const path = `${nodeOf(credentials)}/subscribed_apps`;
      return done(await call(credentials, { method: "POST", path, query }));
    },
  };
}
