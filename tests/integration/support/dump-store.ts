import type { Contact } from "@/lib/domain/contact";
import { db } from "@/lib/store/firestore";

type Row = Record<string, unknown>;

/** Kept apart from what is compared: when and in what order things happened to arrive. */
const arrival = new Set(["receivedAt", "sortKey", "createdAt", "updatedAt", "expireAt", "profileCheckedAt"]);

/**
 * What the store holds, so that two runs can be compared: channels, contacts, identities, conversations with their
 * messages, provider messages, templates. Arrival times are left out and contact ids are replaced by a label made
 * of the contact's identities, as the id of a contact depends on which of its names came first.
 */
export async function dumpStore(): Promise<Record<string, unknown>> {
  const contacts = await rowsOf("contacts");
  const label = labelsOf(contacts as (Row & Contact)[]);
  const rename = (value: unknown): unknown => deepRename(value, label);
  const conversations = (await rowsOf("conversations")).filter((row) => !row.mergedInto);
  const threads: Record<string, unknown> = {};
  for (const conversation of conversations) {
    const messages = await rowsOf(`conversations/${conversation.id}/messages`);
    threads[String(rename(conversation.id))] = {
      conversation: rename(without(conversation)),
      messages: Object.fromEntries(messages.map((message) => [message.id, rename(without(message))])),
    };
  }
  return {
    contacts: keyed(
      contacts.filter((row) => !row.mergedInto),
      rename,
    ),
    identities: keyed(await rowsOf("identities"), rename),
    providerMessages: keyed(await rowsOf("providerMessages"), rename),
    templates: keyed(await rowsOf("templates"), rename),
    channels: keyed(
      (await rowsOf("channels")).map(({ lastEventAt: _at, ...row }) => row),
      rename,
    ),
    threads: sorted(threads),
  };
}

async function rowsOf(path: string): Promise<Row[]> {
  const snapshot = await db().collection(path).get();
  return snapshot.docs.map((document) => ({ ...document.data(), id: document.id }));
}

function labelsOf(contacts: (Row & Contact)[]): Map<string, string> {
  const alive = contacts.filter((contact) => !contact.mergedInto);
  const names = new Map(
    alive.map((contact) => [
      contact.id,
      `<${contact.identities
        .map(({ kind, value }) => `${kind}:${value}`)
        .sort()
        .join("|")}>`,
    ]),
  );
  for (const contact of contacts) {
    let target = contact;
    while (target.mergedInto) {
      const next = contacts.find(({ id }) => id === target.mergedInto);
      if (!next) break;
      target = next;
    }
    names.set(contact.id, names.get(target.id) ?? contact.id);
  }
  return names;
}

function without(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !arrival.has(key)));
}

function keyed(rows: Row[], rename: (value: unknown) => unknown): Record<string, unknown> {
  return sorted(Object.fromEntries(rows.map((row) => [String(rename(row.id)), rename(without(row))])));
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function deepRename(value: unknown, label: Map<string, string>): unknown {
  if (typeof value === "string") return renamed(value, label);
  if (Array.isArray(value)) return value.map((entry) => deepRename(entry, label));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !arrival.has(key))
      .map(([key, entry]) => [key, deepRename(entry, label)]),
  );
}

function renamed(value: string, label: Map<string, string>): string {
  const direct = label.get(value);
  if (direct) return direct;
  const at = value.indexOf("__");
  const contact = at > 0 ? label.get(value.slice(at + 2)) : undefined;
  return contact ? `${value.slice(0, at)}__${contact}` : value;
}
