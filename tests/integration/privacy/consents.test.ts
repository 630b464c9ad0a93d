import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/member";
import { identityKey } from "@/lib/domain/provider-keys";
import { contactFamily } from "@/lib/inbox/privacy/contact-family";
import { listConsents } from "@/lib/inbox/privacy/list-consents";
import { setOptOut } from "@/lib/inbox/privacy/set-opt-out";
import { auditLog } from "@/lib/store/audit-log";
import { identities } from "@/lib/store/identities";
import { whatsappBody, whatsappChange, whatsappStatus, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { useWorld, whatsappChannelId } from "../support/world";

useWorld("consents");

const start = Math.floor(Date.now() / 1000) - 3600;
const admin: Actor = { kind: "member", id: "u_admin", name: "Ada", role: "admin" };
const agent: Actor = { kind: "member", id: "u_agent", name: "Ben", role: "agent" };

const contactIdOf = async (waId: string) =>
  (await identities().doc(identityKey("wa_id", waId)).get()).data()?.contactId ?? "";
const recordOf = async (waId: string) => {
  const family = await contactFamily(await contactIdOf(waId));
  return listConsents(family.map(({ id }) => id));
};

describe("the record of what a person said about marketing", () => {
  it("keeps the customer's words, Meta's switch and Meta's refusal, each once, newest first", async () => {
    const waId = "4915150000001";
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.c1", start, "STOP", { waId })));
    await deliver("whatsapp", whatsappBody(preference(waId, start + 10, "resume")));
    await deliver("whatsapp", whatsappBody(echo(waId, "wamid.c2", start + 11)));
    const refused = { errors: [{ code: 131050 }], recipient_id: waId };
    await deliver("whatsapp", whatsappBody(whatsappStatus("wamid.c2", "failed", start + 12, refused)));
    const record = await recordOf(waId);
    expect(record.map(({ source, isOptedOut, at }) => [source, isOptedOut, at / 1000 - start])).toEqual([
      ["refused", true, 12],
      ["preference", false, 10],
      ["word", true, 0],
    ]);
    expect(record.every(({ channelId }) => channelId === whatsappChannelId)).toBe(true);
  });

  it("is the same in any order of news, with any of it told twice, whoever merges with whom", async () => {
    let run = 0;
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 0, 3], { minLength: 8, maxLength: 8 });
    const records = new Set<string>();
    await fc.assert(
      fc.asyncProperty(order, async (picks) => {
        run += 1;
        const waId = `49151600${String(run).padStart(5, "0")}`;
        const bsuid = `DE.66000${run}`;
        const news = [
          whatsappText(`wamid.r${run}a`, start, "stop", { waId }),
          whatsappText(`wamid.r${run}b`, start + 1, "start", { bsuid }),
          whatsappText(`wamid.r${run}c`, start + 2, "hello", { waId, bsuid }),
          preference(waId, start + 3, "stop"),
          preference(waId, start + 4, "resume"),
          whatsappText(`wamid.r${run}d`, start + 5, "STOP", { waId, bsuid }),
        ];
        for (const [n, pick] of picks.entries()) {
          const body = { ...whatsappBody(news[pick] as never), n: `${run}-${n}` };
          await deliver("whatsapp", body);
        }
        const record = await recordOf(waId);
        records.add(JSON.stringify(record.map(({ source, isOptedOut, at }) => [source, isOptedOut, at])));
      }),
      { numRuns: 6 },
    );
    expect([...records]).toEqual([
      JSON.stringify([
        ["word", true, (start + 5) * 1000],
        ["preference", false, (start + 4) * 1000],
        ["preference", true, (start + 3) * 1000],
        ["word", false, (start + 1) * 1000],
        ["word", true, start * 1000],
      ]),
    ]);
  }, 120_000);

  it("keeps who changed it by hand and why, and the audit log says so without the person", async () => {
    const waId = "4915150000009";
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.h1", start, "hello", { waId })));
    const contactId = await contactIdOf(waId);
    const asked = { contactId, isOptedOut: true, reason: "Asked on the telephone" };
    expect(await setOptOut(agent, asked)).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect(await setOptOut(admin, asked)).toEqual({ ok: true, data: null });
    expect(await setOptOut(admin, { ...asked, contactId: "wa_nobody" })).toMatchObject({
      ok: false,
      error: { code: "not_found" },
    });
    expect(await recordOf(waId)).toMatchObject([
      { source: "member", isOptedOut: true, by: { id: "u_admin", name: "Ada" }, reason: asked.reason },
    ]);
    const entries = (await auditLog().where("action", "==", "contact.opted_out").get()).docs;
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries[0]?.data())).not.toContain(waId);
    expect(JSON.stringify(entries[0]?.data())).not.toContain("telephone");
  });
});

function preference(waId: string, at: number, value: string) {
  const user_preferences = [{ wa_id: waId, value, category: "marketing_messages", timestamp: at }];
  return whatsappChange({ contacts: [{ wa_id: waId }], user_preferences }, "user_preferences");
}

function echo(to: string, id: string, at: number) {
  const message = {
    from: "15550100200",
    to,
    id,
    timestamp: String(at),
    type: "text",
    text: { body: "Offer" },
  };
  return whatsappChange({ message_echoes: [message] }, "smb_message_echoes");
}
