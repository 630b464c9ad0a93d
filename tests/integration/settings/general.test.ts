import { beforeEach, describe, expect, it, vi } from "vitest";
import { GeneralSettingsInput } from "@/lib/domain/general-settings";
import { exportAudit } from "@/lib/inbox/audit/export-audit";
import { setPreferences } from "@/lib/inbox/members/set-preferences";
import { readGeneralSettings } from "@/lib/inbox/workspace/read-general-settings";
import { saveGeneralSettings } from "@/lib/inbox/workspace/save-general-settings";
import { currentLook } from "@/lib/server/page/look";
import { auditLog } from "@/lib/store/audit-log";
import { generalSettings } from "@/lib/store/general-settings";
import { members } from "@/lib/store/members";
import { browser } from "../auth/support/browser";
import { actorOf, failed, got, member, signIn } from "../auth/support/people";
import { useWorld } from "../support/world";

vi.mock("next/headers", () => import("../auth/support/browser"));
useWorld("general", { hasChannels: false });

const northwind = GeneralSettingsInput.parse({
  businessName: "  Northwind   Traders ",
  timeZone: "europe/lisbon",
  language: "es",
  theme: "dark",
});
/** What the log has about the settings and preferences; making members leaves entries too. */
const entries = async () =>
  (await auditLog().get()).docs
    .map((found) => found.data())
    .filter(({ action }) => /^settings\.|\.preferences_changed$/.test(action));

beforeEach(async () => {
  browser.reset({ "accept-language": "es-MX,es;q=0.9,en;q=0.5" });
  await generalSettings().delete();
  for (const { id } of await entries()) await auditLog().doc(id).delete();
});

describe("the settings of the workspace", () => {
  it("has defaults before anybody saves", async () => {
    expect(await readGeneralSettings()).toMatchObject({ businessName: "", timeZone: "UTC", theme: "system" });
  });

  it("keeps what an admin saves, tidied, and tells the audit log what changed", async () => {
    const admin = actorOf(await member("admin"));
    got(await saveGeneralSettings(admin, northwind, 1_000));
    expect(await readGeneralSettings()).toEqual({
      id: "general",
      businessName: "Northwind Traders",
      timeZone: "Europe/Lisbon",
      language: "es",
      theme: "dark",
      updatedAt: 1_000,
    });
    expect(await entries()).toMatchObject([
      {
        action: "settings.general_changed",
        actor: { id: admin.id },
        detail: {
          businessName: "Northwind Traders",
          timeZone: "Europe/Lisbon",
          language: "es",
          theme: "dark",
        },
      },
    ]);

    got(await saveGeneralSettings(admin, { ...northwind, theme: "light" }, 2_000));
    expect((await entries()).map(({ detail }) => detail)).toContainEqual({ theme: "light" });
  });

  it("writes nothing when nothing changes", async () => {
    const admin = actorOf(await member("admin"));
    got(await saveGeneralSettings(admin, northwind, 1_000));
    got(await saveGeneralSettings(admin, northwind, 2_000));
    expect((await readGeneralSettings()).updatedAt).toBe(1_000);
    expect(await entries()).toHaveLength(1);
  });

  it("is the admins' to change", async () => {
    for (const role of ["agent", "viewer"] as const) {
      const actor = actorOf(await member(role));
      expect(failed(await saveGeneralSettings(actor, northwind)).code).toBe("forbidden");
    }
    expect(await entries()).toEqual([]);
    expect((await readGeneralSettings()).businessName).toBe("");
  });
});

describe("the business's time zone", () => {
  it("is the clock by which an exported table tells its times", async () => {
    const admin = actorOf(await member("admin"));
    const at = Date.UTC(2026, 10, 26, 20, 0, 0);
    got(await saveGeneralSettings(admin, { ...northwind, timeZone: "Asia/Kolkata" }, at));
    const pieces: string[] = [];
    for await (const piece of got(await exportAudit(admin, {}, "csv", at + 1))) pieces.push(piece);
    expect(pieces.join("")).toContain(",2026-11-27T01:30:00+05:30,member,");
  });
});

describe("a member's own language and theme", () => {
  it("are kept, told in the audit log, and not written twice", async () => {
    const who = await member("viewer");
    got(await setPreferences(actorOf(who), { language: "es", theme: null }, 5_000));
    got(await setPreferences(actorOf(who), { language: "es", theme: null }, 6_000));
    const kept = (await members().doc(who.id).get()).data();
    expect(kept).toMatchObject({ language: "es", theme: null, updatedAt: 5_000, role: "viewer" });
    expect(await entries()).toMatchObject([
      { action: "member.preferences_changed", subject: { kind: "member", id: who.id } },
    ]);
  });

  it("are for members only", async () => {
    const key = { kind: "api", id: "k", name: "Key", scopes: ["admin"] } as const;
    expect(failed(await setPreferences(key, { language: "es", theme: "dark" })).code).toBe("forbidden");
  });
});

describe("how a page looks", () => {
  it("goes by the member's choice, then the workspace's, then English", async () => {
    const who = await member("agent");
    await signIn(who);
    expect(await currentLook()).toMatchObject({ language: "en", theme: "system", direction: "ltr" });
    got(await saveGeneralSettings(actorOf(await member("admin")), northwind));
    expect(await currentLook()).toMatchObject({ language: "es", theme: "dark" });
    got(await setPreferences(actorOf(who), { language: "en", theme: "light" }));
    expect(await currentLook()).toMatchObject({ language: "en", theme: "light" });
  });

  it("goes by the browser's language for those who are signed out, until the workspace has one", async () => {
    expect(await currentLook()).toMatchObject({ language: "es" });
    const admin = actorOf(await member("admin"));
    got(await saveGeneralSettings(admin, { ...northwind, language: "en" }));
    expect(await currentLook()).toMatchObject({ language: "en" });
  });
});
