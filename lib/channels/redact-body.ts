import { phoneKey } from "@/lib/domain/phone-variants";

/** Whom to look for in a webhook body: names of one person, and ids of messages of theirs. */
export type RedactFor = {
  /** `wa_id`s, BSUIDs and Instagram ids, as Meta writes them. */
  people: readonly string[];
  isTheirMessage?: (providerMessageId: string) => boolean;
};

export type Redacted = {
  /** The body without the person's items; every other item is at its old place. */
  body: unknown;
  /** What was taken out, as Meta sent it. */
  taken: unknown[];
};

type Json = Record<string, unknown>;

/** Lists of which a bad entry would not be read at all, so what is taken out leaves an empty one behind. */
const keepsObjects = new Set(["user_id_update", "messaging_handovers"]);
/** What people write about others: a number in a card or a text does not make a message that person's. */
const content = new Set([
  "text",
  "contacts",
  "context",
  "interactive",
  "referral",
  "order",
  "location",
  "template",
  "button",
  "reply_to",
  "errors",
  "metadata",
]);

/**
 * Takes one person's items out of a webhook body of either channel: messages, echoes, statuses, calls, preferences,
 * history, address book, the `contacts` beside them. What is left means the same as before, item by item: `null` (or an
 * empty object) stands where something was, so that the numbering stays. Pure.
 */
export function redactBody(body: unknown, whom: RedactFor): Redacted {
  const search = new Search(whom);
  if (!isObject(body) || !Array.isArray(body.entry)) return { body, taken: [] };
  const entry = body.entry.map((one) => (isObject(one) ? search.entry(one) : one));
  return { body: search.taken.length > 0 ? { ...body, entry } : body, taken: search.taken };
}

class Search {
  readonly taken: unknown[] = [];
  private readonly people: Set<string>;
  private readonly isTheirMessage: (id: string) => boolean;

  constructor(whom: RedactFor) {
    this.people = new Set(whom.people.map(nameOf));
    this.isTheirMessage = whom.isTheirMessage ?? (() => false);
  }

  entry(entry: Json): Json {
    return mapLists(entry, (key, list) => {
      if (key === "messaging" || key === "standby") return list.map((item) => this.item(item, null));
      return key === "changes"
        ? list.map((change) => (isObject(change) ? this.change(change) : change))
        : list;
    });
  }

  private change(change: Json): unknown {
    const { value, ...rest } = change;
    if (!isObject(value)) return change;
    // Instagram's items, as `changes` spell them, and fields that hold but one thing.
    if (this.isTheirs(withoutLists(value))) {
      this.taken.push(change);
      return { ...rest, value: "metadata" in value ? { metadata: value.metadata } : {} };
    }
    const before = this.taken.length;
    const cleaned = mapLists(value, (key, list) => {
      if (key === "contacts") return list;
      if (key === "history") return list.map((chunk) => (isObject(chunk) ? this.chunk(chunk) : chunk));
      return list.map((item) => this.item(item, keepsObjects.has(key) ? {} : null));
    });
    return { ...rest, value: this.withoutIntroductions(cleaned, this.taken.slice(before)) };
  }

  private chunk(chunk: Json): Json {
    return mapLists(chunk, (key, threads) =>
      key === "threads"
        ? threads.map((thread) => (isObject(thread) ? this.thread(thread) : thread))
        : threads,
    );
  }

  private thread(thread: Json): Json {
    const { messages: all, ...head } = thread;
    const list = Array.isArray(all) ? all : [];
    const { context, ...names } = head;
    if (!this.isTheirs(names) && !this.isTheirs(context)) {
      const messages = list.map((item) => this.item(item, null));
      const isOver = list.length > 0 && messages.every((item) => item === null);
      return isOver ? { messages } : { ...thread, messages };
    }
    this.taken.push(thread);
    return { messages: list.map(() => null) };
  }

  /** An item that is theirs becomes `blank`; in one of somebody else only a quote of theirs goes. */
  private item(item: unknown, blank: unknown): unknown {
    if (this.isTheirs(item)) {
      this.taken.push(item);
      return blank;
    }
    if (!isObject(item) || !isObject(item.context) || !this.isTheirs(item.context)) return item;
    const { context: _quoted, ...rest } = item;
    this.taken.push({ context: _quoted });
    return rest;
  }

  /** `contacts` says who the people of the other lists are. */
  private withoutIntroductions(value: Json, taken: readonly unknown[]): Json {
    if (!Array.isArray(value.contacts)) return value;
    const { contacts, ...lists } = value;
    const gone = new Set(taken.flatMap((item) => leavesOf(item)).map(nameOf));
    const kept = new Set(leavesOf(lists).map(nameOf));
    const left = contacts.map((entry) => {
      const names = leavesOf(withoutProfile(entry)).map(nameOf);
      const isGone = names.some((name) => this.people.has(name) || (gone.has(name) && !kept.has(name)));
      if (isGone) this.taken.push(entry);
      return isGone ? {} : entry;
    });
    return { ...value, contacts: left };
  }

  private isTheirs(node: unknown): boolean {
    return leavesOf(node).some((leaf) => this.people.has(nameOf(leaf)) || this.isTheirMessage(leaf));
  }
}

/** Every name and id in something, what people wrote left out. */
export function leavesOf(node: unknown): string[] {
  if (typeof node === "string") return [node];
  if (typeof node === "number") return [String(node)];
  if (Array.isArray(node)) return node.flatMap(leavesOf);
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (content.has(key)) return [];
    return key === "system" ? [...leavesOf(value), ...namesInSentence(value)] : leavesOf(value);
  });
}

/** Some notices name people in Meta's sentence only: "User … changed from <old> to <new>". */
function namesInSentence(system: unknown): string[] {
  if (!isObject(system) || typeof system.body !== "string") return [];
  return system.body.split(/\s+/).map((word) => word.replace(/[.,]$/, ""));
}

/** One form of a name: of phone numbers the digits, in one way of writing. */
function nameOf(value: string): string {
  if (!/^\+?[\d\s().-]{5,25}$/.test(value)) return value;
  return phoneKey(value.replaceAll(/\D/g, ""));
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function mapLists(value: Json, change: (key: string, list: unknown[]) => unknown[]): Json {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, Array.isArray(inner) ? change(key, inner) : inner]),
  );
}

function withoutLists(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => !Array.isArray(inner)));
}

function withoutProfile(entry: unknown): unknown {
  if (!isObject(entry)) return entry;
  const { profile: _profile, ...names } = entry;
  return names;
}
