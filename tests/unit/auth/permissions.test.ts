import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/member";
import { can, mayReach, type Permission, permissions } from "@/lib/domain/permissions";

const actors: Record<string, Actor> = {
  admin: { kind: "member", id: "1", name: "A", role: "admin" },
  agent: { kind: "member", id: "2", name: "B", role: "agent" },
  viewer: { kind: "member", id: "3", name: "C", role: "viewer" },
  read: { kind: "api", id: "r", name: "key", scopes: ["read"] },
  send: { kind: "api", id: "s", name: "key", scopes: ["send"] },
  ops: { kind: "api", id: "a", name: "key", scopes: ["admin"] },
  system: { kind: "system", id: "system", name: "Parley" },
};

/** Who may do what, written out a second time on purpose: a change of rights has to be made twice. */
const allowed: Record<Permission, string> = {
  "inbox.read": "admin agent viewer read system",
  "message.send": "admin agent send system",
  "conversation.update": "admin agent system",
  "contact.read": "admin agent viewer read system",
  "channel.read": "admin agent viewer read send system",
  "channel.manage": "admin system",
  "setup.read": "admin system",
  "webhook-event.read": "admin read ops system",
  "webhook-event.replay": "admin ops system",
  "webhook-event.reveal": "admin system",
  "member.read": "admin agent viewer system",
  "member.manage": "admin system",
  "session.manage-own": "admin agent viewer system",
  "status.read": "admin agent viewer read ops system",
  "api-key.manage": "admin system",
  "webhook.manage": "admin system",
  "audit.read": "admin system",
  "privacy.manage": "admin system",
  "settings.manage": "admin system",
};

describe("can", () => {
  it.each(permissions)("lets only the right actors do %s", (permission) => {
    const able = Object.entries(actors).filter(([, actor]) => can(actor, permission));
    expect(able.map(([name]) => name).join(" ")).toBe(allowed[permission]);
  });
});

describe("mayReach", () => {
  const only = { channelIds: ["wa_1"] };
  it.each([
    ["an agent with a choice of channels", { ...actors.agent, ...only }, false],
    ["a viewer with a choice of channels", { ...actors.viewer, ...only }, false],
    ["a key with a choice of channels", { ...actors.read, ...only }, false],
    ["an agent without one", actors.agent, true],
    ["an admin, whatever the choice", { ...actors.admin, ...only }, true],
    ["Parley itself", actors.system, true],
  ])("tells for %s whether another channel is theirs", (_who, actor, isTheirs) => {
    expect(mayReach(actor as Actor, "wa_2")).toBe(isTheirs);
    expect(mayReach(actor as Actor, "wa_1")).toBe(true);
  });
});
