import type { Actor, Role } from "./member";

export const permissions = [
  "inbox.read",
  "message.send",
  "conversation.update",
  "contact.read",
  "channel.read",
  "channel.manage",
  "webhook-event.read",
  "webhook-event.replay",
  "member.read",
  "member.manage",
  "session.manage-own",
  "status.read",
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

const apiPermissions: readonly Permission[] = [
  "inbox.read",
  "message.send",
  "contact.read",
  "channel.read",
  "webhook-event.read",
  "webhook-event.replay",
  "status.read",
];

/** Whether an actor may do something. The only place that answers this. */
export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "api") return apiPermissions.includes(permission);
  return rolePermissions[actor.role].includes(permission);
}
