import { beforeEach, describe, expect, it, vi } from "vitest";
import { signInAction } from "@/lib/actions/session";
import { deactivateMember } from "@/lib/inbox/members/deactivate-member";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { beginTry, settleTry } from "@/lib/inbox/members/throttle";
import { verifyPassword } from "@/lib/inbox/members/verify-password";
import { db } from "@/lib/store/firestore";
import { useWorld } from "../support/world";
import { browser } from "./support/browser";
import { failed, got, localMember, password } from "./support/people";

vi.mock("next/headers", () => import("./support/browser"));
useWorld("throttle", { hasChannels: false });
beforeEach(() => browser.reset());

const now = 1_800_000_000_000;

describe("signing in with a password", () => {
  it("answers a wrong password, an unknown email and a deactivated member alike", async () => {
    const who = await localMember("agent");
    const gone = await localMember("agent");
    await deactivateMember(systemActor, { uid: gone.id });
    const answers = await Promise.all([
      signInAction({ proof: { kind: "password", email: who.email, password: "wrong" } }),
      signInAction({ proof: { kind: "password", email: "nobody@example.com", password } }),
      signInAction({ proof: { kind: "password", email: gone.email, password } }),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.serverError?.code).toBe("invalid_credentials");
    expect(browser.cookie()).toBeNull();
  });

  it("takes the email in any case and with spaces around it", async () => {
    const who = await localMember("agent");
    const found = await verifyPassword({
      email: ` ${who.email.toUpperCase()} `,
      password,
      from: { address: "a", userAgent: "" },
    });
    expect(got(found).id).toBe(who.id);
  });

  it("slows an account down wherever the tries come from, even with the right password", async () => {
    const who = await localMember("agent");
    const tryFrom = (address: string, given: string, at: number) =>
      verifyPassword({ email: who.email, password: given, from: { address, userAgent: "" }, now: at });
    for (let index = 0; index < 5; index += 1) await tryFrom(`a${index}`, "wrong", now);
    const blocked = failed(await tryFrom("elsewhere", password, now));
    expect(blocked).toMatchObject({ code: "rate_limited", details: { retryAfterMs: 10_000 } });
    expect((await tryFrom("elsewhere", password, now + 10_000)).ok).toBe(true);
    expect((await tryFrom("elsewhere", password, now + 10_000)).ok).toBe(true);
  });

  it("slows an address down whatever account it tries", async () => {
    const keys = (index: number) => ({ account: `someone-${index}@example.com`, address: "198.51.100.9" });
    for (let index = 0; index < 20; index += 1) got(await beginTry(keys(index), now));
    expect(failed(await beginTry(keys(20), now)).code).toBe("rate_limited");
    expect((await beginTry({ ...keys(21), address: "198.51.100.10" }, now)).ok).toBe(true);
  });

  it("gives an office behind one address its good tries back", async () => {
    for (let index = 0; index < 30; index += 1) {
      const keys = { account: `colleague-${index}@example.com`, address: "198.51.100.20" };
      got(await beginTry(keys, now));
      await settleTry(keys);
    }
  });

  it("lets no more than the free tries through when many come at once", async () => {
    const keys = { account: "burst@example.com", address: "198.51.100.30" };
    const answers = await Promise.all(Array.from({ length: 8 }, () => beginTry(keys, now)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(5);
  });

  it("keeps neither emails nor addresses", async () => {
    await beginTry({ account: "secret@example.com", address: "198.51.100.40" }, now);
    const rows = (await db().collection("signInAttempts").get()).docs;
    expect(JSON.stringify(rows.map((row) => [row.id, row.data()]))).not.toMatch(/secret@|198\.51/);
    expect(rows[0]?.get("expireAt")).toBeDefined();
  });
});
