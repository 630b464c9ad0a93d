import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conversationTabs } from "@/lib/domain/conversation-tab";
import type { Actor } from "@/lib/domain/member";
import { newContact } from "@/lib/inbox/contacts/contact-profile";
import { countConversations } from "@/lib/inbox/read/count-conversations";
import { listAssignees } from "@/lib/inbox/read/list-assignees";
import { listContacts } from "@/lib/inbox/read/list-contacts";
import { listConversations } from "@/lib/inbox/read/list-conversations";
import { readContact } from "@/lib/inbox/read/read-contact";
import { readStatus } from "@/lib/inbox/read/read-status";
import { contacts } from "@/lib/store/contacts";
import { members } from "@/lib/store/members";
import { member } from "../auth/support/people";
import { seedConversation } from "../live/support/seed";
import { instagramChannelId, nextWorld, useWorld, whatsappChannelId } from "../support/world";

useWorld("visibility-reads");

const agent = (channelIds: string[] | null, id = "ines"): Actor => ({
  kind: "member",
  id,
  name: id,
  role: "agent",
  channelIds,
});
const key = (channelIds: string[] | null): Actor => ({
  kind: "api",
  id: "key",
  name: "Key",
  scopes: ["read"],
  channelIds,
});

async function idsFor(actor: Actor, tab: (typeof conversationTabs)[number], limit = 4): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listConversations({ tab, actor, cursor, limit });
    if (!page.ok) throw new Error(page.error.message);
    ids.push(...page.data.items.map(({ id }) => id));
    cursor = page.data.nextCursor;
  } while (cursor);
  return ids;
}

describe("the list of somebody who sees only some channels", () => {
  it("pages and counts like the whole list with the other channels taken out, for any choice, past thirty too", async () => {
    await nextWorld("visibility-reads-many");
    const channelIds = Array.from({ length: 36 }, (_, n) => `wa_${n}`);
    const all = await Promise.all(
      Array.from({ length: 72 }, (_, n) =>
        seedConversation({
          id: `wa_${n % 36}__c${n}`,
          contactId: `c${n}`,
          channelId: `wa_${n % 36}`,
          lastActivityAt: 1_000 + (n % 7),
          isUnread: n % 2 === 0,
          assigneeId: n % 3 === 0 ? "ines" : null,
        }),
      ),
    );
    const newestFirst = all.toSorted((a, b) => b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? 1 : -1));
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(channelIds),
        fc.constantFrom(...conversationTabs),
        fc.integer({ min: 3, max: 30 }),
        async (reach, tab, limit) => {
          const expected = newestFirst
            .filter(({ channelId }) => reach.includes(channelId))
            .filter(({ isUnread, assigneeId }) =>
              tab === "unread" ? isUnread : tab === "mine" ? assigneeId === "ines" : true,
            )
            .map(({ id }) => id);
          expect(await idsFor(agent(reach), tab, limit)).toEqual(expected);
          expect((await countConversations(agent(reach)))[tab]).toBe(expected.length);
        },
      ),
      { numRuns: 12, examples: [[channelIds, "all", 10]] },
    );
  }, 30_000);

  it("is never somebody else's, however closely they ask after each other", async () => {
    await nextWorld("visibility-reads-shared");
    await seedConversation({ contactId: "amara" });
    const [everything, nothing, instagram] = await Promise.all(
      [null, [], [instagramChannelId]].map((reach) =>
        listConversations({ tab: "all", actor: agent(reach), limit: 5 }),
      ),
    );
    expect(everything).toMatchObject({ ok: true, data: { items: [{ contactId: "amara" }] } });
    expect(nothing).toEqual({ ok: true, data: { items: [], nextCursor: null } });
    expect(instagram).toEqual(nothing);
    const counted = await Promise.all(
      [null, [], [instagramChannelId]].map((reach) => countConversations(agent(reach))),
    );
    expect(counted.map(({ all }) => all)).toEqual([1, 0, 0]);
  });

  it("is whole for an admin, whatever channels were chosen for them before", async () => {
    const admin: Actor = { kind: "member", id: "ada", name: "Ada", role: "admin", channelIds: [] };
    expect(await idsFor(admin, "all")).toHaveLength(1);
  });
});

describe("contacts", () => {
  it("are seen through a conversation on a channel that is seen", async () => {
    await nextWorld("visibility-contacts");
    for (let n = 0; n < 9; n += 1) {
      const channelId = n % 3 === 0 ? instagramChannelId : whatsappChannelId;
      const contactId = `c${n}`;
      const contact = { ...newContact(contactId, "whatsapp", 1_000 + n), createdAt: 1_000 + n };
      await contacts().doc(contactId).set(contact);
      await seedConversation({ id: `${channelId}__${contactId}`, contactId, channelId });
    }
    await contacts()
      .doc("lonely")
      .set(newContact("lonely", "whatsapp", 2_000));
    expect(await contactsFor(key([instagramChannelId]))).toEqual(["c6", "c3", "c0"]);
    expect(await contactsFor(key([]))).toEqual([]);
    expect(await contactsFor(key(null))).toHaveLength(10);
    expect(await readContact(key([instagramChannelId]), "c1")).toBeNull();
    expect(await readContact(key([instagramChannelId]), "lonely")).toBeNull();
    expect((await readContact(key([instagramChannelId]), "c3"))?.id).toBe("c3");
    expect((await readContact(key(null), "lonely"))?.id).toBe("lonely");
  });

  it("are nobody's without the right to read them", async () => {
    const sender: Actor = { kind: "api", id: "s", name: "S", scopes: ["send"] };
    expect(await readContact(sender, "c3")).toBeNull();
    expect(await contactsFor(sender)).toEqual([]);
  });

  async function contactsFor(actor: Actor): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listContacts({ actor, cursor, limit: 2 });
      if (!page.ok) throw new Error(page.error.message);
      ids.push(...page.data.items.map(({ id }) => id));
      cursor = page.data.nextCursor ?? undefined;
    } while (cursor);
    return ids;
  }
});

describe("what else names channels", () => {
  it("tells the health of those that are seen", async () => {
    const { channels } = await readStatus(key([instagramChannelId]));
    expect(channels.map(({ id }) => id)).toEqual([instagramChannelId]);
  });

  it("says where a colleague can be given a conversation, without naming a hidden channel", async () => {
    await nextWorld("visibility-assignees");
    const limited = await member("agent");
    await members()
      .doc(limited.id)
      .update({ channelIds: [whatsappChannelId, instagramChannelId] });
    const boss = await member("admin");
    const seen = await listAssignees(agent([instagramChannelId]));
    expect(seen).toContainEqual({ id: limited.id, name: limited.name, channelIds: [instagramChannelId] });
    expect(seen).toContainEqual({ id: boss.id, name: boss.name, channelIds: null });
  });
});
