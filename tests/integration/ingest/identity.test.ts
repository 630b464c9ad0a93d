import fc from "fast-check";
import { ulid } from "ulid";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/member";
import { phoneVariants } from "@/lib/domain/phone-variants";
import { identityKey } from "@/lib/domain/provider-keys";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { recipientOfContact } from "@/lib/inbox/outbound/recipient";
import { contacts } from "@/lib/store/contacts";
import { conversationsOfContact } from "@/lib/store/conversations";
import { identities } from "@/lib/store/identities";
import { messagesOf } from "@/lib/store/messages";
import { whatsappBody, whatsappChange, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { useWorld } from "../support/world";

useWorld("identity");

const start = 1_790_000_000;
const agent: Actor = { kind: "member", id: "m1", name: "Ann", role: "agent" };

async function contactOf(kind: string, value: string) {
  const row = (await identities().doc(identityKey(kind, value)).get()).data();
  const contact = row && (await contacts().doc(row.contactId).get()).data();
  if (!contact) throw new Error("Nobody has this name");
  return contact;
}

async function threadsOf(contactId: string) {
  return (await conversationsOfContact(contactId).get()).docs
    .map((doc) => doc.data())
    .filter(({ mergedInto }) => mergedInto === null);
}

const system = (id: string, at: number, from: object, told: object) =>
  whatsappBody(
    whatsappChange({ messages: [{ ...from, id, timestamp: String(at), type: "system", system: told }] }),
  );

describe("a number that is written in two ways", () => {
  it.each([
    ["5511987650001", "551187650001"],
    ["5215512340001", "525512340001"],
    ["5491123450001", "541123450001"],
  ])("is one contact with one thread, and Meta's last form stands: %s and %s", async (one, other) => {
    await deliver("whatsapp", whatsappBody(whatsappText(`wamid.${one}`, start, "one", { waId: one })));
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText(`wamid.${other}`, start + 1, "other", { waId: other })),
    );
    const contact = await contactOf("wa_id", other);
    expect((await contactOf("wa_id", one)).id).toBe(contact.id);
    expect(contact).toMatchObject({ phone: other, mergedInto: null });
    const [thread, ...more] = await threadsOf(contact.id);
    expect(more).toEqual([]);
    expect((await messagesOf(thread?.id ?? "").get()).size).toBe(2);
    expect(recipientOfContact("whatsapp", contact)?.waId).toBe(other);
  });

  it("keeps a fixed line apart from the mobile that looks like it", async () => {
    const line = { waId: "551132650002" };
    const mobile = { waId: "5511932650002" };
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.line", start, "line", line)));
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.mobile", start, "mobile", mobile)));
    expect((await contactOf("wa_id", line.waId)).id).not.toBe((await contactOf("wa_id", mobile.waId)).id);
  });

  it("ends in the same contact in any order and any number of times", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 6 }), async (order) => {
        run += 1;
        const number = `55119${String(80_000_000 + run)}`;
        const bsuid = `BR.9000${run}`;
        const [, other = ""] = phoneVariants(number);
        const people = [{ waId: number }, { waId: other }, { waId: other, bsuid }];
        for (const at of order) {
          const body = whatsappText(`wamid.o${run}.${at}`, start + at, `text ${at}`, people[at] ?? {});
          await deliver("whatsapp", `${JSON.stringify(whatsappBody(body))}${" ".repeat(run)}`);
        }
        const last = Math.max(...order);
        const contact = await contactOf("wa_id", people[last]?.waId ?? "");
        expect(contact.phone).toBe(people[last]?.waId);
        const [thread, ...more] = await threadsOf(contact.id);
        expect(more).toEqual([]);
        const texts = (
          await messagesOf(thread?.id ?? "")
            .orderBy("sortKey")
            .get()
        ).docs.map((doc) => doc.data().text);
        expect(texts).toEqual([...new Set(order)].sort().map((at) => `text ${at}`));
      }),
      { numRuns: 12 },
    );
  });
});

describe("a customer without a number", () => {
  it("has a name, a thread and a way to be answered", async () => {
    const change = whatsappChange({
      contacts: [
        { profile: { name: "Mika", username: "@mika.k" }, user_id: "FI.111", parent_user_id: "FI.ENT.222" },
      ],
      messages: [
        {
          from_user_id: "FI.111",
          id: "wamid.fi",
          timestamp: String(start),
          type: "text",
          text: { body: "Hi" },
        },
      ],
    });
    await deliver("whatsapp", whatsappBody(change));
    const contact = await contactOf("parent_bsuid", "FI.ENT.222");
    expect(contact).toMatchObject({ phone: null, bsuid: "FI.111", username: "mika.k", name: "Mika" });
    const [thread] = await threadsOf(contact.id);
    expect(thread).toMatchObject({ contactName: "Mika", contactUsername: "mika.k", contactPhone: null });
    expect(recipientOfContact("whatsapp", contact)).toEqual({ waId: null, bsuid: "FI.111", igsid: null });
    const queued = await enqueueMessage({
      actor: agent,
      conversationId: thread?.id ?? "",
      messageId: ulid(),
      content: { kind: "text", text: "Hello" },
      now: start * 1000 + 1000,
    });
    expect(queued.ok).toBe(true);
  });

  it("is found by the parent id alone, and is answered by it", async () => {
    const change = whatsappChange({
      messages: [
        {
          from_parent_user_id: "FI.ENT.333",
          id: "wamid.ent",
          timestamp: String(start),
          type: "text",
          text: { body: "Hi" },
        },
      ],
    });
    await deliver("whatsapp", whatsappBody(change));
    const contact = await contactOf("parent_bsuid", "FI.ENT.333");
    expect(recipientOfContact("whatsapp", contact)?.bsuid).toBe("FI.ENT.333");
  });

  it("keeps the number that was known when Meta stops telling it", async () => {
    const known = { waId: "4915177700001", bsuid: "DE.444" };
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.k1", start, "with", known)));
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.k2", start + 1, "without", { bsuid: "DE.444" })),
    );
    const contact = await contactOf("bsuid", "DE.444");
    expect(contact.phone).toBe(known.waId);
    expect(await threadsOf(contact.id)).toHaveLength(1);
  });
});

describe("a change of number", () => {
  const before = { waId: "4915177700002", bsuid: "DE.555" };
  const changed = (id: string) =>
    system(
      id,
      start + 10,
      {},
      {
        type: "user_changed_user_id",
        body: "User Ana changed from DE.555 to DE.556",
        user_id: "DE.556",
        previous_user_id: "DE.555",
      },
    );

  it("that Meta does not tell leaves the old number to whoever has it now", async () => {
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.c1", start, "before", before)));
    await deliver("whatsapp", changed("wamid.c2"));
    const contact = await contactOf("bsuid", "DE.556");
    expect(contact).toMatchObject({ phone: null, bsuid: "DE.556" });
    expect((await contactOf("bsuid", "DE.555")).id).toBe(contact.id);
    expect(recipientOfContact("whatsapp", contact)).toMatchObject({ waId: null, bsuid: "DE.556" });
    expect(await threadsOf(contact.id)).toMatchObject([{ contactPhone: null }]);
  });

  it("is the same when a message from before comes after it", async () => {
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.c3", start + 1, "late", before)));
    expect((await contactOf("bsuid", "DE.556")).phone).toBeNull();
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.c4", start + 20, "now", { waId: "4915177700003", bsuid: "DE.556" })),
    );
    expect((await contactOf("bsuid", "DE.555")).phone).toBe("4915177700003");
  });

  it("that Meta tells brings number and ids along in one thread", async () => {
    const old = { waId: "4915177700004", bsuid: "DE.666" };
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.d1", start, "before", old)));
    await deliver(
      "whatsapp",
      system(
        "wamid.d2",
        start + 5,
        { from: old.waId },
        {
          type: "user_changed_number",
          body: "User Ana changed from 4915177700004 to 4915177700005",
          wa_id: "4915177700005",
          user_id: "DE.667",
          parent_user_id: "DE.ENT.668",
          previous_user_id: "DE.666",
          previous_parent_user_id: "DE.ENT.665",
        },
      ),
    );
    const contact = await contactOf("parent_bsuid", "DE.ENT.668");
    expect(contact).toMatchObject({ phone: "4915177700005", bsuid: "DE.667" });
    for (const [kind, value] of [
      ["wa_id", old.waId],
      ["bsuid", "DE.666"],
      ["parent_bsuid", "DE.ENT.665"],
    ] as const)
      expect((await contactOf(kind, value)).id).toBe(contact.id);
    expect(await threadsOf(contact.id)).toHaveLength(1);
  });
});
