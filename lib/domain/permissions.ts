import type { Actor, ApiScope, Role } from "./member";

export const permissions = [
  "inbox.read",
  "message.send",
  "conversation.update",
  "contact.read",
  "channel.read",
  "channel.manage",
  "setup.read",
  "webhook-event.read",
  "webhook-event.replay",
  "webhook-event.reveal",
  "member.read",
  "member.manage",
  "session.manage-own",
  "status.read",
  "api-key.manage",
  "webhook.manage",
  "audit.read",
  "privacy.manage",
  "settings.manage",
] as const;
export type Permission = (typeof permissions)[number];

/** Roles are data: what each may do, in one place. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  admin: permissions,
  agent: [
    "inbox.read",
    "message.send",
    "conversation.update",
    "contact.read",
    "channel.read",
    "member.read",
    "session.manage-own",
    "status.read",
  ],
  viewer: ["inbox.read", "contact.read", "channel.read", "member.read", "session.manage-own", "status.read"],
};

/**
 * What each scope of an API key opens; together, all of the HTTP API. Who sends needs the list of templates
 * (`channel.read`); who replays webhook events has to see them.
 */
export const scopePermissions: Record<ApiScope, readonly Permission[]> = {
  read: ["inbox.read", "contact.read", "channel.read", "webhook-event.read", "status.read"],
  send: ["message.send", "channel.read"],
  admin: ["webhook-event.read", "webhook-event.replay", "status.read"],
};

/** Named here, since the schema would bring its library into every page of the inbox. */
const apiScopes = ["read", "send", "admin"] as const satisfies readonly ApiScope[];

/** The scopes of an API key that open something, any one of which is enough. */
export function scopesFor(permission: Permission): ApiScope[] {
  return apiScopes.filter((scope) => scopePermissions[scope].includes(permission));
}

/** A delivery of Meta's holds what happened on several channels, so a key limited to some of them reads none. */
const acrossChannels: readonly Permission[] = [
  "webhook-event.read",
  "webhook-event.replay",
  "webhook-event.reveal",
];

/** Whether an actor may do something. The only place that answers this. */
export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "api") {
    if (reachOf(actor) !== null && acrossChannels.includes(permission)) return false;
    return actor.scopes.some((scope) => scopePermissions[scope].includes(permission));
  }
  return rolePermissions[actor.role].includes(permission);
}

/**
 * Whether a channel is among those an actor is let at. Admins and Parley itself reach every channel; what is on one that
 * an actor does not reach does not exist for them, in reads and in writes.
 */
export function mayReach(actor: Actor, channelId: string): boolean {
  const channelIds = reachOf(actor);
  return channelIds === null || channelIds.includes(channelId);
}

/** The only channels that an actor is let at; null: all of them, those to come too. */
export function reachOf(actor: Actor): readonly string[] | null {
  if (actor.kind === "system" || (actor.kind === "member" && actor.role === "admin")) return null;
  return actor.channelIds ?? null;
}
