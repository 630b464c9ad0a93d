import type { WebhookItem } from "@/lib/domain/provider-event";
import { kindsOf, type WebhookEvent, type WebhookItemOutcome } from "@/lib/domain/webhook-event";
import { refreshProfile } from "@/lib/inbox/contacts/refresh-profile";
import { fetchSoon } from "@/lib/inbox/media/downloader";
import { kickLane } from "@/lib/inbox/outbound/deliver";
import { forgetErasedItems } from "@/lib/inbox/privacy/forget-erased-items";
import { log } from "@/lib/log";
import { readEventBody, updateEvent, webhookEvents } from "@/lib/store/webhook-events";
import { applyGroup } from "./apply/apply-group";
import { findChannels } from "./find-channels";
import { itemsOf } from "./items-of";
import { noteChannelActivity } from "./note-activity";
import { groupByKeys, keysOf, type Work } from "./plan";
import { refsOf } from "./refs-of";
import { settleEvent } from "./settle-event";

/** What the receiver still has in hand, so that it need not be read again. */
export type EventInHand = { event: WebhookEvent; items: WebhookItem[] };
type Prepared = Work & { keys: string[] };

/**
 * Does what a stored webhook says, and writes on the event what became of each item. Can be run again: what was
 * done is found done, and only items that failed are tried anew. Throws only when the store does not answer; the
 * sweep then comes back to it.
 */
export async function processWebhookEvent(
  id: string,
  inHand?: EventInHand,
  now = Date.now(),
  { isReplay = false }: { isReplay?: boolean } = {},
): Promise<void> {
  const startedAt = performance.now();
  const found = inHand ?? (await readEvent(id));
  if (found?.event.state !== "received") return;
  const { event, items } = found;
  const { works, outcomes } = await planOf(event, items);
  const profiles = new Map<string, string>();
  const lanes = new Set<string>();
  const downloads: string[] = [];
  for (const group of groupByKeys(works)) {
    const result = await applyGroup(group, { receivedAt: event.receivedAt, now });
    outcomes.push(...result.outcomes);
    for (const { contactId, channelId } of result.profiles) profiles.set(contactId, channelId);
    for (const lane of result.lanes) lanes.add(lane);
    downloads.push(...result.downloads);
  }
  await forgetErasedItems(
    id,
    outcomes.filter(({ error, index }) => error === "erased" && !event.erasedItems?.includes(index)),
  );
  const settled = settleEvent(event, outcomes, now);
  const about = await aboutEvent(event, items, works);
  await updateEvent(id, {
    ...settled,
    ...about,
    leaseUntil: null,
    durationMs: Math.round(performance.now() - startedAt),
  });
  if (settled.state === "failed") log.error({ eventId: id }, "A webhook event failed and is kept");
  if (!isReplay) noteChannelActivity(works, event.receivedAt);
  for (const lane of lanes) void kickLane(lane);
  fetchSoon(downloads);
  for (const [contactId, channelId] of profiles) void refreshProfile(contactId, channelId, now);
}

/** What is still to be done of an event, and what became of the rest. */
export async function planOf(
  event: Pick<WebhookEvent, "items" | "erasedItems">,
  items: readonly WebhookItem[],
): Promise<{ works: Prepared[]; outcomes: WebhookItemOutcome[] }> {
  const finished = new Map(
    event.items.filter(({ outcome }) => outcome !== "failed").map((item) => [item.index, item]),
  );
  const outcomes: WebhookItemOutcome[] = [...finished.values()];
  const works: Prepared[] = [];
  for (const item of items) {
    if (finished.has(item.index)) continue;
    if (event.erasedItems?.includes(item.index)) {
      outcomes.push({ index: item.index, kind: item.kind, outcome: "ignored", error: "erased" });
      continue;
    }
    const work = await prepare(item);
    if ("outcome" in work) outcomes.push(work);
    else works.push(work);
  }
  return { works, outcomes };
}

/** What an event is found by in the list. */
async function aboutEvent(event: WebhookEvent, items: readonly WebhookItem[], works: readonly Work[]) {
  const channelIds = works.flatMap(({ channels }) => channels.map(({ id }) => id));
  return {
    kinds: kindsOf(items),
    channelIds: [...new Set([...(event.channelIds ?? []), ...channelIds])],
    refs: await refsOf(items.filter(({ index }) => !event.erasedItems?.includes(index))),
  };
}

/** A stored event that still has work, with its items; null when there is none. */
export async function readEvent(id: string): Promise<EventInHand | null> {
  const event = (await webhookEvents().doc(id).get()).data();
  const raw = event?.state === "received" ? await readEventBody(id) : null;
  if (!event || !raw) return null;
  return { event, items: itemsOf(event.channel, JSON.parse(raw.toString("utf8"))) };
}

async function prepare(item: WebhookItem): Promise<Prepared | WebhookItemOutcome> {
  const { index, kind } = item;
  if ("ignored" in item) return { index, kind, outcome: "ignored", error: item.ignored };
  const found = await findChannels(item.channel);
  if ("ignored" in found) return { index, kind, outcome: "ignored", error: found.ignored };
  if ("error" in item) return { index, kind, outcome: "failed", error: item.error };
  const { event } = item;
  const wabaId = item.channel.type === "whatsapp" ? item.channel.wabaId : "";
  return { index, kind, event, wabaId, ...found, keys: keysOf({ channel: item.channel, event }) };
}
