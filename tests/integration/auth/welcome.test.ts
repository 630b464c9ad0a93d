import { beforeEach, expect, it, vi } from "vitest";
import { makeFirstAdminAction } from "@/lib/actions/welcome";
import { createMember } from "@/lib/inbox/members/create-member";
import { hasMembers } from "@/lib/inbox/members/has-members";
import { makeFirstAdmin } from "@/lib/inbox/members/make-first-admin";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { verifyPassword } from "@/lib/inbox/members/verify-password";
import { isWelcomeCode, offerWelcomeCode } from "@/lib/inbox/members/welcome-code";
import { offerWelcome } from "@/lib/server/offer-welcome";
import { currentSession } from "@/lib/server/session/current";
import { auditLog } from "@/lib/store/audit-log";
import { db } from "@/lib/store/firestore";
import { members } from "@/lib/store/members";
import { nextWorld, useWorld } from "../support/world";
import { browser } from "./support/browser";
import { failed, got, password } from "./support/people";

vi.mock("next/headers", () => import("./support/browser"));
useWorld("welcome", { hasChannels: false });
beforeEach(async () => {
  await nextWorld("welcome");
  browser.reset();
});

const from = { address: "203.0.113.9", userAgent: "Test/1.0" };
const proof = { kind: "password", email: "Ada@Example.com", password } as const;
const code = async () => {
  const offered = await offerWelcomeCode();
  if (!offered) throw new Error("nothing was offered");
  return offered;
};

it("makes the first admin with the printed code, signs them in, and tells the audit log", async () => {
  const answer = await makeFirstAdminAction({ code: await code(), name: " Ada ", proof });
  expect(answer).toEqual({ data: null });
  expect((await currentSession())?.member).toMatchObject({
    email: "ada@example.com",
    name: "Ada",
    role: "admin",
    isActive: true,
  });
  expect((await verifyPassword({ email: "ada@example.com", password, from })).ok).toBe(true);
  const actions = (await auditLog().get()).docs.map((entry) => entry.data().action);
  expect(actions).toContain("member.first_made");
});

it("keeps the code nowhere but as a hash, and not even that once it was used", async () => {
  const offered = await code();
  const settings = await db().collection("settings").get();
  expect(settings.docs.map(({ id }) => id)).toContain("welcome");
  expect(JSON.stringify(settings.docs.map((row) => row.data()))).not.toContain(offered);
  await makeFirstAdminAction({ code: offered, name: "Ada", proof });
  expect((await db().doc("settings/welcome").get()).exists).toBe(false);
});

it("lets one of two in who come at once with the same code", async () => {
  const offered = await code();
  const answers = await Promise.all(
    ["one@example.com", "two@example.com", "three@example.com"].map((email) =>
      makeFirstAdmin({
        code: offered,
        name: "First",
        prove: async () => ({ ok: true, data: { email, passwordHash: "x", firebaseUid: null } }),
        from,
      }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe("link_expired");
  expect((await members().get()).size).toBe(1);
});

it("takes the codes of several instances, and none once there is a member, however that came", async () => {
  const [first, second] = [await code(), await code()];
  expect([await isWelcomeCode(first), await isWelcomeCode(second)]).toEqual([true, true]);
  expect(await isWelcomeCode("x".repeat(43))).toBe(false);
  expect(await isWelcomeCode("")).toBe(false);
  expect(await hasMembers()).toBe(false);
  got(await createMember(systemActor, { email: "eve@example.com", name: "Eve", role: "viewer" }));
  expect(await isWelcomeCode(first)).toBe(false);
  expect(await offerWelcomeCode()).toBeNull();
  const late = await makeFirstAdmin({ code: second, name: "Late", prove: never, from });
  expect(failed(late).code).toBe("link_expired");
});

it("slows down who guesses, and asks for no proof before the code is right", async () => {
  await code();
  const codes = [];
  for (let n = 0; n < 30; n += 1) {
    const answer = await makeFirstAdmin({ code: `${n}`.padStart(43, "a"), name: "M", prove: never, from });
    codes.push(failed(answer).code);
  }
  expect(codes[0]).toBe("link_expired");
  expect(codes.at(-1)).toBe("rate_limited");
});

it("takes no weak password and keeps the code for another try", async () => {
  const offered = await code();
  const weak = { ...proof, password: "short" };
  const answer = await makeFirstAdminAction({ code: offered, name: "Ada", proof: weak });
  expect(answer?.serverError?.code).toBe("password_too_weak");
  expect(await isWelcomeCode(offered)).toBe(true);
});

it("prints the link to standard output, once for a start, and nothing when somebody is there", async () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await offerWelcome();
  const printed = write.mock.calls.map(([text]) => String(text)).join("");
  const link = /\/welcome\?code=([\w-]{43})$/m.exec(printed);
  expect(await isWelcomeCode(link?.[1] ?? "")).toBe(true);
  write.mockClear();
  got(await createMember(systemActor, { email: "eve@example.com", name: "Eve", role: "admin" }));
  await offerWelcome();
  expect(write).not.toHaveBeenCalled();
  write.mockRestore();
});

async function never(): Promise<never> {
  throw new Error("nobody was to be asked");
}
