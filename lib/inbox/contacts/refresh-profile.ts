import type { ProfileResult } from "@/lib/channels/client";
import { channelClient } from "@/lib/channels/client";
import type { Contact } from "@/lib/domain/contact";
import { conversationIdOf } from "@/lib/domain/provider-keys";
import { listChannels } from "@/lib/inbox/channels/connected";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { contactFields } from "@/lib/inbox/conversations/touch";
import { log } from "@/lib/log";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { addFeedRow } from "@/lib/store/feed";
import { inUnit } from "@/lib/store/unit";

const AGAIN_AFTER_MS = 60 * 60 * 1000;

const running = new Map<string, Promise<void>>();

/**
 * Asks Instagram for a contact's name and picture, off the path of the message; one question at a time about a
 * contact, and not again within the hour. Never throws: without a profile the contact is shown by what is known.
 */
export function refreshProfile(contactId: string, channelId: string, now: number): Promise<void> {
  const known = running.get(contactId);
  if (known) return known;
  const work = ask(contactId, channelId, now)
    .catch((error: unknown) => log.warn({ err: error, contactId }, "A profile was not read"))
    .finally(() => running.delete(contactId));
  running.set(contactId, work);
  return work;
}

async function ask(contactId: string, channelId: string, now: number): Promise<void> {
  const contact = (await contacts().doc(contactId).get()).data();
  if (!contact?.igsid || contact.mergedInto || !isDue(contact, now)) return;
  const channel = (await listChannels()).find(({ id }) => id === channelId);
  const credentials = channel && (await credentialsOf(channel));
  if (!credentials) return;
  const profile = await channelClient(credentials).fetchProfile(contact.igsid);
  await save(contactId, profile, now);
}

function isDue(contact: Contact, now: number): boolean {
  return contact.profileCheckedAt === null || now - contact.profileCheckedAt >= AGAIN_AFTER_MS;
}

/** Threads are read by their derived ids: a query in a transaction locks what it looks through, and all others wait. */
async function save(contactId: string, profile: ProfileResult, now: number): Promise<void> {
  const threads = (await listChannels())
    .filter(({ type }) => type === "instagram")
    .map(({ id }) => conversations().doc(conversationIdOf(id, contactId)));
  return inUnit(
    async (unit) => {
      const ref = contacts().doc(contactId);
      await unit.load([ref, ...threads]);
      const contact = await unit.get(ref);
      if (!contact) return;
      const next = withProfile(contact, profile, now);
      unit.set(ref, next);
      for (const thread of threads) {
        const conversation = await unit.get(thread);
        if (!conversation || conversation.mergedInto) continue;
        const updated = { ...conversation, ...contactFields(next) };
        if (JSON.stringify(updated) === JSON.stringify(conversation)) continue;
        unit.set(thread, { ...updated, updatedAt: now });
        unit.finally((tx) => addFeedRow(tx, { kind: "conversation", conversationId: conversation.id }));
      }
    },
    [contactId],
  );
}

/** 230 (no consent yet) and 9010 (nobody behind the id) are answers, not errors. Pure. */
function withProfile(contact: Contact, profile: ProfileResult, now: number): Contact {
  if (profile.state === "failed") return { ...contact, profileState: "pending", profileCheckedAt: now };
  if (profile.state !== "ready") return { ...contact, profileState: profile.state, profileCheckedAt: now };
  return {
    ...contact,
    name: profile.name ?? contact.name,
    nameAt: profile.name ? now : contact.nameAt,
    username: profile.username ?? contact.username,
    usernameAt: profile.username ? now : contact.usernameAt,
    avatarUrl: profile.avatarUrl,
    profileState: "ready",
    profileCheckedAt: now,
    updatedAt: now,
  };
}
