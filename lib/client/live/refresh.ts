import type { VersionedConversation } from "@/lib/domain/live-event";
import { paths } from "@/lib/paths";
import { fetchJson, ReadError } from "../fetcher";
import type { ConversationList, Thread } from "../inbox-data";
import { isInboxKey, listKeys, threadOfKey } from "../keys";
import { mergeFirstPage, reduceList } from "../reduce-list";
import { mergeNewestPage, reduceThread } from "../reduce-thread";
import { type CacheAccess, patch, type Viewer } from "./apply-events";
import { forget, isGone } from "./gone";
import type { Journal } from "./journal";

/** As many rows as one answer may hold. */
const MAX_ROWS = 200;
const FIRST_ROWS = 50;

export type ReadContext = { journal: Journal; viewer: () => Viewer };

/** Fetches a list from the top (a page, or `limit` rows) and brings it up to date with what happened meanwhile. */
export async function readList(context: ReadContext, key: string, limit?: number): Promise<ConversationList> {
  const tab = listKeys.find((list) => list.key === key)?.tab ?? "all";
  const mark = context.journal.mark();
  const page = await fetchJson<ConversationList>(paths.api.conversations(tab, { limit }));
  const events = context.journal.since(mark);
  return events.reduce((list, event) => reduceList(list, event, { ...context.viewer(), tab }), page);
}

/** Fetches a thread's newest messages (a page, or `limit`) and brings it up to date with what happened meanwhile. */
export async function readThread(context: ReadContext, key: string, limit?: number): Promise<Thread> {
  const id = threadOfKey(key) ?? "";
  const mark = context.journal.mark();
  const page = await fetchJson<Thread>(paths.api.messages(id, { limit }));
  return context.journal.since(mark).reduce((thread, event) => reduceThread(thread, event, id), page);
}

/**
 * Fetches everything cached again after a gap. What is on screen stays until its answer is there; an entry whose
 * fetch fails is reported, to be tried again.
 */
export async function refreshAll(
  access: CacheAccess,
  context: ReadContext,
  only?: string[],
): Promise<string[]> {
  const cached = only ?? [...access.cache.keys()].filter(isInboxKey);
  const failed: string[] = [];
  const refresh = async (key: string) => {
    try {
      await refreshOne(access, context, key);
    } catch (error) {
      if (error instanceof ReadError && error.status === 404) forget(access, key);
      else failed.push(key);
    }
  };
  await Promise.all(cached.filter((key) => access.cache.get(key)?.data !== undefined).map(refresh));
  return failed;
}

async function refreshOne(access: CacheAccess, context: ReadContext, key: string): Promise<void> {
  if (listKeys.some((list) => list.key === key)) {
    const page = await readList(context, key, rowsOf(access, key));
    return patch<ConversationList>(access, key, (list) => mergeFirstPage(list, page));
  }
  if (threadOfKey(key) !== null) {
    const page = await readThread(context, key, rowsOf(access, key));
    if (isGone(access, key)) return void (await access.mutate(key, page, { revalidate: false }));
    return patch<Thread>(access, key, (thread) => mergeNewestPage(thread, page));
  }
  const data = await fetchJson<unknown>(key);
  if (!isVersioned(data) || isGone(access, key))
    return void (await access.mutate(key, data, { revalidate: false }));
  patch<VersionedConversation>(access, key, (known) => (data.version > known.version ? data : known));
}

function rowsOf({ cache }: CacheAccess, key: string): number {
  const loaded = cache.get(key)?.data as { items: unknown[] } | null | undefined;
  return Math.min(MAX_ROWS, Math.max(FIRST_ROWS, loaded?.items.length ?? 0));
}

function isVersioned(data: unknown): data is VersionedConversation {
  return typeof (data as { version?: unknown } | null)?.version === "number";
}
