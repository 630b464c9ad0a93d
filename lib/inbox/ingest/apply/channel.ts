import type { Channel, ChannelNotice } from "@/lib/domain/channel";
import type { ProviderEvent } from "@/lib/domain/provider-event";
import { channels } from "@/lib/store/channels";
import { addFeedRow } from "@/lib/store/feed";
import { type TemplateState, templateIdOf, templateSyncs, templates } from "@/lib/store/templates";
import type { Unit } from "@/lib/store/unit";
import { applied, duplicate, ignored, type Outcome } from "./context";

type AccountEvent = Extract<ProviderEvent, { type: "account" }>;
type TemplateEvent = Extract<ProviderEvent, { type: "template" }>;

/** What Meta tells about a number or an account goes on the channels it is about; an older notice changes nothing. */
export async function applyAccount(
  unit: Unit,
  about: readonly Channel[],
  event: AccountEvent,
  receivedAt: number,
): Promise<Outcome> {
  const at = event.at ?? receivedAt;
  let hasChanged = false;
  for (const { id } of about) {
    const ref = channels().doc(id);
    const channel = await unit.get(ref);
    if (!channel) continue;
    const next = withNotice(withHealth(channel, event.change, at), event, at);
    if (next === channel) continue;
    hasChanged = true;
    unit.set(ref, next);
    unit.finally((tx) => addFeedRow(tx, { kind: "channel", subjectId: id }));
  }
  return hasChanged ? applied : duplicate;
}

/** Meta's verdicts on a template: `templates/<waba>_<name>_<language>`. */
export async function applyTemplate(
  unit: Unit,
  wabaId: string,
  event: TemplateEvent,
  receivedAt: number,
): Promise<Outcome> {
  if (event.name === null) return ignored("template_without_name");
  const language = (event.language ?? "").replaceAll("-", "_");
  const id = templateIdOf(wabaId, event.name, language);
  const ref = templates().doc(id);
  const stored = await unit.get(ref);
  const isToBeRead = event.change.hasNewContent === true || !stored?.componentsJson;
  const isNewlyStale = isToBeRead && (await wantSync(unit, wabaId, receivedAt));
  if (event.change.hasNewContent) return isNewlyStale ? applied : duplicate;
  const known = stored ?? emptyTemplate({ id, wabaId, name: event.name, language });
  const next = withVerdict(known, event, event.at ?? receivedAt);
  if (JSON.stringify(next) === JSON.stringify(known)) return duplicate;
  unit.set(ref, next);
  return applied;
}

/** What Meta's list alone can tell has changed: it is read again the next time somebody asks for a template. */
async function wantSync(unit: Unit, wabaId: string, at: number): Promise<boolean> {
  const ref = templateSyncs().doc(wabaId);
  const sync = await unit.get(ref);
  const staleAt = Math.max(sync?.staleAt ?? 0, at);
  unit.set(ref, { id: wabaId, syncedAt: sync?.syncedAt ?? null, staleAt });
  return sync?.staleAt !== staleAt;
}

function withHealth(channel: Channel, change: AccountEvent["change"], at: number): Channel {
  let health = channel.health;
  for (const key of healthKeys) {
    const value = change[key];
    const knownAt = health.times?.[key] ?? -1;
    if (value === undefined || at < knownAt) continue;
    if (at === knownAt && value <= (health[key] ?? "")) continue;
    const updatedAt = Math.max(health.updatedAt ?? 0, at);
    health = { ...health, [key]: value, updatedAt, times: { ...health.times, [key]: at } };
  }
  return health === channel.health ? channel : { ...channel, health };
}

/** The last notices, newest first, each once. */
function withNotice(channel: Channel, event: AccountEvent, at: number): Channel {
  const { notice } = event;
  if (!notice) return channel;
  const known = channel.notices ?? [];
  // Without a time of Meta's it is the same news whenever it comes.
  const isSame = (one: ChannelNotice) =>
    one.name === notice.name && one.detail === notice.detail && (one.at === at || event.at === null);
  if (known.some(isSame)) return channel;
  const notices = [...known, { ...notice, at }]
    .sort((a, b) => b.at - a.at || (a.name + a.detail < b.name + b.detail ? -1 : 1))
    .slice(0, MAX_NOTICES);
  return notices.some(isSame) ? { ...channel, notices } : channel;
}

const MAX_NOTICES = 20;

const healthKeys = ["quality", "messagingLimit", "nameStatus", "accountState"] as const;

function withVerdict(known: TemplateState, event: TemplateEvent, at: number): TemplateState {
  const next = { ...known, templateId: event.templateId ?? known.templateId };
  for (const key of ["status", "reason", "quality", "category"] as const) {
    const value = event.change[key];
    const told = next[key];
    if (value === undefined || (told && told.at > at)) continue;
    if (told && told.at === at && told.value >= value) continue;
    next[key] = { value, at };
  }
  return next;
}

function emptyTemplate(key: Pick<TemplateState, "id" | "wabaId" | "name" | "language">): TemplateState {
  return { ...key, templateId: null, status: null, reason: null, quality: null, category: null };
}
