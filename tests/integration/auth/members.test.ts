import { describe, expect, it } from "vitest";
import { changeRole } from "@/lib/inbox/members/change-role";
import { createMember } from "@/lib/inbox/members/create-member";
import { deactivateMember } from "@/lib/inbox/members/deactivate-member";
import { listMembers } from "@/lib/inbox/members/list-members";
import { reactivateMember } from "@/lib/inbox/members/reactivate-member";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { members } from "@/lib/store/members";
import { nextWorld, useWorld } from "../support/world";
import { actorOf, failed, got, isSessionAlive, member, sessionOf } from "./support/people";

useWorld("members", { hasChannels: false });

describe("a team", () => {
  it("has an email once, whatever its case", async () => {
    const first = got(
      await createMember(systemActor, { email: "Ana@Example.com", name: "Ana", role: "agent" }),
    );
    expect(first.email).toBe("ana@example.com");
    const second = await createMember(systemActor, {
      email: "ana@example.COM ",
      name: "Ana 2",
      role: "admin",
    });
    expect(failed(second).code).toBe("conflict");
  });

  it("is managed by admins only", async () => {
    const target = await member("viewer");
    for (const role of ["agent", "viewer"] as const) {
      const actor = actorOf(await member(role));
      const tries = [
        await createMember(actor, { email: "x@example.com", name: "X", role: "admin" }),
        await changeRole(actor, { uid: target.id, role: "admin" }),
        await changeRole(actor, { uid: actor.id, role: "admin" }),
        await deactivateMember(actor, { uid: target.id }),
        await reactivateMember(actor, { uid: target.id }),
      ];
      expect(tries.map((result) => failed(result).code)).toEqual(Array(5).fill("forbidden"));
    }
  });

  it("ends a member's sessions when their role changes, but the admin's own current one", async () => {
    const [boss, who] = [await member("admin"), await member("agent")];
    await member("admin");
    const [theirs, mine, mineElsewhere] = [
      await sessionOf(who),
      await sessionOf(boss),
      await sessionOf(boss),
    ];
    got(await changeRole(actorOf(boss), { uid: who.id, role: "viewer" }));
    expect(await isSessionAlive(theirs.sessionId)).toBe(false);
    got(await changeRole(actorOf(boss), { uid: boss.id, role: "agent", keepSessionId: mine.sessionId }));
    expect(await isSessionAlive(mine.sessionId)).toBe(true);
    expect(await isSessionAlive(mineElsewhere.sessionId)).toBe(false);
  });

  it("leaves sessions alone when nothing changes", async () => {
    const who = await member("agent");
    const { sessionId } = await sessionOf(who);
    got(await changeRole(systemActor, { uid: who.id, role: "agent" }));
    expect(await isSessionAlive(sessionId)).toBe(true);
  });

  it("lets a member back in, without their old sessions", async () => {
    const who = await member("agent");
    const { sessionId } = await sessionOf(who);
    got(await deactivateMember(systemActor, { uid: who.id }));
    got(await reactivateMember(systemActor, { uid: who.id }));
    expect((await members().doc(who.id).get()).data()?.isActive).toBe(true);
    expect(await isSessionAlive(sessionId)).toBe(false);
  });

  it("keeps one active admin, also when two put each other out at once", async () => {
    await nextWorld("members");
    const [first, second] = [await member("admin"), await member("admin")];
    const results = await Promise.all([
      deactivateMember(actorOf(first), { uid: second.id }),
      changeRole(actorOf(second), { uid: first.id, role: "agent" }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : [result.error.code]))).toEqual(["last_admin"]);
    const left = got(await listMembers(systemActor)).filter((who) => who.role === "admin" && who.isActive);
    expect(left).toHaveLength(1);
  });

  it("says so when there is no such member", async () => {
    expect(failed(await changeRole(systemActor, { uid: "nobody", role: "agent" })).code).toBe("not_found");
  });
});
