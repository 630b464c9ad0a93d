import { describe, expect, it } from "vitest";
import type { Person } from "@/lib/domain/contact";
import { identityKey } from "@/lib/domain/provider-keys";
import { resolvePerson } from "@/lib/inbox/contacts/resolve";
import { runJob } from "@/lib/inbox/jobs/run-job";
import { contacts } from "@/lib/store/contacts";
import { conversations, conversationsOfContact } from "@/lib/store/conversations";
import { identities } from "@/lib/store/identities";
import { merges } from "@/lib/store/merges";
import { messagesOf } from "@/lib/store/messages";
import { inUnit } from "@/lib/store/unit";
import {
  whatsappBody,
  whatsappChange,
  whatsappEcho,
  whatsappMessage,
  whatsappStatus,
  whatsappText,
} from "../support/bodies";
import { deliver } from "../support/deliver";
import { useWorld } from "../support/world";

useWorld("merge");

const start = 1_790_000_000;

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

describe("one person under several names", () => {
  const orders = permutations(["phone", "user", "both", "change"] as const satisfies string[]);

  it.each(orders.map((order, n) => ({ order, n })))(
    "is one contact with one thread: $order",
    async ({ order, n }) => {
      const oldPhone = `49151222000${String(n).padStart(2, "0")}`;
      const newPhone = `49151333000${String(n).padStart(2, "0")}`;
      const bsuid = `DE.5550001${n}`;
      const bodies = {
        phone: whatsappText(`wamid.m${n}p`, start + 1, "phone", { waId: oldPhone }),
        user: whatsappText(`wamid.m${n}u`, start + 2, "user", { bsuid }),
        both: whatsappText(`wamid.m${n}b`, start + 3, "both", { waId: oldPhone, bsuid }),
        change: whatsappChange({
          messages: [
            {
              from: oldPhone,
              id: `wamid.m${n}c`,
              timestamp: String(start + 4),
              type: "system",
              system: { type: "user_changed_number", body: "changed", wa_id: newPhone },
            },
          ],
        }),
      };
      for (const name of order) await deliver("whatsapp", whatsappBody(bodies[name]));
      await deliver(
        "whatsapp",
        whatsappBody(whatsappText(`wamid.m${n}n`, start + 5, "new", { waId: newPhone })),
      );
      const ids = await Promise.all(
        [identityKey("wa_id", oldPhone), identityKey("wa_id", newPhone), identityKey("bsuid", bsuid)].map(
          async (key) => (await identities().doc(key).get()).data()?.contactId,
        ),
      );
      expect(new Set(ids).size).toBe(1);
      const contact = (
        await contacts()
          .doc(ids[0] ?? "")
          .get()
      ).data();
      expect(contact).toMatchObject({ phone: newPhone, bsuid, mergedInto: null });
      const threads = (await conversationsOfContact(ids[0] ?? "").get()).docs.map((doc) => doc.data());
      expect(threads).toHaveLength(1);
      const messages = await messagesOf(threads[0]?.id ?? "")
        .orderBy("sortKey")
        .get();
      expect(messages.docs.map((doc) => doc.data().text)).toEqual([
        "phone",
        "user",
        "both",
        "changed",
        "new",
      ]);
      expect(messages.docs.map((doc) => doc.data().contactId)).toEqual(Array(5).fill(ids[0]));
      expect(threads[0]).toMatchObject({
        unreadCount: 4,
        lastMessage: { text: "new" },
        contactPhone: newPhone,
      });
    },
  );
});

describe("a merge that was cut short", () => {
  const phone = { waId: "4915144400001" };
  const user = { bsuid: "DE.777888" };
  const nobody: Person = {
    waId: null,
    bsuid: null,
    parentBsuid: null,
    igsid: null,
    username: null,
    name: null,
  };

  it("loses nothing meanwhile and is finished by the sweep", async () => {
    for (let part = 0; part < 3; part++) {
      const texts = Array.from({ length: 40 }, (_, n) => part * 40 + n).flatMap((n) => [
        whatsappText(`wamid.cp${n}`, start + 2 * n, `p${n}`, phone),
        whatsappText(`wamid.cu${n}`, start + 2 * n + 1, `u${n}`, user),
      ]);
      await deliver(
        "whatsapp",
        whatsappBody(...texts, whatsappEcho(`wamid.e${part}`, start + part, `e${part}`, phone.waId)),
      );
    }
    const now = Date.now();
    // The process dies between the transaction that merges and the moving.
    await inUnit((unit) =>
      resolvePerson(unit, {
        channelType: "whatsapp",
        person: { ...nobody, ...phone },
        aliases: [{ ...nobody, ...user }],
        at: now,
        now,
        fallbackId: "",
      }),
    );
    expect((await merges().get()).size).toBe(1);

    await deliver("whatsapp", whatsappBody(whatsappText("wamid.cnew", start + 900, "meanwhile", user)));
    await deliver("whatsapp", whatsappBody(whatsappStatus("wamid.e1", "read", start + 901)));
    await deliver(
      "whatsapp",
      whatsappBody(
        whatsappMessage(user, {
          id: "wamid.cr",
          timestamp: String(start + 902),
          type: "reaction",
          reaction: { message_id: "wamid.cu3", emoji: "👍" },
        }),
      ),
    );
    await runJob("sweep-events", now + 1);

    expect((await merges().get()).size).toBe(0);
    const identity = (await identities().doc(identityKey("bsuid", user.bsuid)).get()).data();
    const all = (await conversations().get()).docs.map((doc) => doc.data());
    const closed = all.filter(({ mergedInto }) => mergedInto !== null);
    const thread = all.find(
      ({ contactId, mergedInto }) => contactId === identity?.contactId && mergedInto === null,
    );
    expect(closed.some(({ mergedInto }) => mergedInto === thread?.id)).toBe(true);
    const messages = (await messagesOf(thread?.id ?? "").get()).docs.map((doc) => doc.data());
    expect(messages).toHaveLength(244);
    expect(messages.find(({ text }) => text === "e1")?.status).toBe("read");
    expect(messages.find(({ text }) => text === "u3")?.reactions).toHaveLength(1);
    // Somebody answered on the phone in the third second, so the three messages until then are read.
    expect(thread).toMatchObject({ unreadCount: 238, lastMessage: { text: "meanwhile" } });
    for (const { id } of closed) expect((await messagesOf(id).get()).size).toBe(0);
  });
});
