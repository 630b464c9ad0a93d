import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/member";
import { can, type Permission, permissions } from "@/lib/domain/permissions";

const actors: Record<string, Actor> = {
  admin: { kind: "member", id: "1", name: "A", role: "admin" },
  agent: { kind: "member", id: "2", name: "B", role: "agent" },
  viewer: { kind: "member", id: "3", name: "C", role: "viewer" },
  api: { kind: "api", id: "env", name: "key" },
  system: { kind: "system", id: "system", name: "Parley" },
};

/** Who may do what, written out a second time on purpose: a change of rights has to be made twice. */
const allowed: Record<Permission, string> = {
  "inbox.read": "admin agent viewer api system",
  "message.send": "admin agent api system",
  "conversation.update": "admin agent system",
  "contact.read": "admin agent viewer api system",
  "channel.read": "admin agent viewer api system",
  "channel.manage": "admin system",
  "webhook-event.read": "admin api system",
  "webhook-event.replay": "admin api system",
  "member.read": "admin agent viewer system",
  "member.manage": "admin system",
  "session.manage-own": "admin agent viewer system",
  "status.read": "admin agent viewer api system",
};

describe("can", () => {
  it.each(permissions)("lets only the right actors do %s", (permission) => {
    const able = Object.entries(actors).filter(([, actor]) => can(actor, permission));
    expect(able.map(([name]) => name).join(" ")).toBe(allowed[permission]);
  });
});
