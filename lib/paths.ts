import type { ConversationTab } from "@/lib/domain/conversation-tab";
import type { EventFilter } from "@/lib/domain/event-filter";

type Page = { cursor?: string | null; limit?: number };
/** How a list of the audit log is narrowed; days on the page, epoch ms elsewhere. */
type AuditQuery<T> = { who?: string; what?: string; about?: string; from?: T; to?: T };
type MediaOptions = { size?: "thumb"; download?: boolean; as?: "mp4" };

/** Every URL of the app. Nothing else builds one. */
export const paths = {
  home: () => "/",
  inbox: (tab?: ConversationTab) => withQuery("/inbox", { tab: tab === "all" ? undefined : tab }),
  conversation: (id: string, tab?: ConversationTab) =>
    withQuery(`/inbox/${encodeURIComponent(id)}`, { tab: tab === "all" ? undefined : tab }),
  /** A file of a message. `thumb`: its small picture; `mp4`: the same sound for browsers that do not know Ogg. */
  media: (
    conversationId: string,
    messageId: string,
    slot: string,
    { size, download, as }: MediaOptions = {},
  ) =>
    withQuery(`/api/inbox/media/${[conversationId, messageId, slot].map(encodeURIComponent).join("/")}`, {
      size,
      download: download ? 1 : undefined,
      as,
    }),
  /** Where Meta fetches a file that is sent on Instagram. */
  publicMedia: (token: string) => `/m/${token}`,
  /** Where Meta sends a channel's webhooks. */
  metaWebhook: (type: "whatsapp" | "instagram") => `/api/webhooks/${type}`,
  signIn: (next?: string | null) => withQuery("/sign-in", { next }),
  /** Where the first admin is made, with the code that the server prints at its start. */
  welcome: (code?: string) => withQuery("/welcome", { code }),
  resetPassword: (token?: string) => withQuery("/reset-password", { token }),
  settings: {
    home: () => "/settings",
    general: () => "/settings/general",
    account: () => "/settings/account",
    channels: () => "/settings/channels",
    setup: () => "/settings/setup",
    webhookEvents: (filter: EventFilter = {}) => withQuery("/settings/webhook-events", filter),
    webhookEvent: (id: string) => `/settings/webhook-events/${encodeURIComponent(id)}`,
    team: () => "/settings/team",
    apiKeys: () => "/settings/api-keys",
    webhooks: () => "/settings/webhooks",
    audit: (filter: AuditQuery<string> = {}) => withQuery("/settings/audit", { ...filter }),
    webhook: (id: string) => `/settings/webhooks/${encodeURIComponent(id)}`,
    privacy: () => "/settings/privacy",
    person: (contactId: string) => `/settings/privacy/${encodeURIComponent(contactId)}`,
  },
  api: {
    conversations: (tab: ConversationTab, page: Page = {}) =>
      withQuery("/api/inbox/conversations", { tab, ...page }),
    conversation: (id: string) => `/api/inbox/conversations/${encodeURIComponent(id)}`,
    messages: (conversationId: string, page: Page = {}) =>
      withQuery(`/api/inbox/conversations/${encodeURIComponent(conversationId)}/messages`, page),
    counts: () => "/api/inbox/counts",
    channels: () => "/api/inbox/channels",
    members: () => "/api/inbox/members",
    /** Where a file goes that is to be sent: for a conversation, or for one that is still to begin on a channel. */
    uploads: (query: { conversationId: string; filename: string; voice?: 1; sticker?: 1 }) =>
      withQuery("/api/inbox/uploads", query),
    upload: (id: string) => `/api/inbox/uploads/${encodeURIComponent(id)}`,
    /** Where a template's header file goes: for a conversation, or for one that is still to begin on a channel. */
    headerFile: (query: { conversationId?: string; channelId?: string; filename: string }) =>
      withQuery("/api/inbox/uploads", query),
    templates: (channelId: string) => withQuery("/api/inbox/templates", { channelId }),
    /** Looks at the installation anew: all of it, or one line. */
    setup: (only?: string) => withQuery("/api/settings/setup", { only }),
    audit: (filter: AuditQuery<number>, page: Page = {}) =>
      withQuery("/api/settings/audit", { ...filter, ...page }),
    auditExport: (filter: AuditQuery<number> & { format: "csv" | "jsonl" }) =>
      withQuery("/api/settings/audit/export", { ...filter }),
    /** Goes on to what the audit log says of a conversation, named there by pseudonym. */
    history: (conversationId: string) =>
      `/api/inbox/conversations/${encodeURIComponent(conversationId)}/history`,
    webhookDeliveries: (id: string, query: { state?: string } & Page = {}) =>
      withQuery(`/api/settings/webhooks/${encodeURIComponent(id)}/deliveries`, query),
    live: (after?: string | null) => withQuery("/api/inbox/live", { after }),
    webhookEvents: (filter: EventFilter, page: Page = {}) =>
      withQuery("/api/settings/webhook-events", { ...filter, ...page }),
    /** The events that a filter means as JSON lines. GET: without content; POST, from a form: with it. */
    webhookEventsExport: (filter: EventFilter) => withQuery("/api/settings/webhook-events/export", filter),
    latestReplay: () => "/api/settings/webhook-events/replay",
    /** Takes a form with the field `contactId`, so that no address names the person. */
    contactExports: () => "/api/inbox/contact-exports",
    health: () => "/api/health",
  },
  /** The HTTP API for integrators. */
  v1: {
    conversations: () => "/api/v1/conversations",
    templates: () => "/api/v1/templates",
    status: () => "/api/v1/status",
    openApi: () => "/api/v1/openapi.json",
  },
};

function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) params.set(key, String(value));
  }
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}
