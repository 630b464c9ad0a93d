import type { ChannelTemplate } from "@/lib/channels/client";
import type { GraphFailure } from "@/lib/channels/graph/result";
import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { shareInFlight } from "@/lib/inbox/read/share-in-flight";
import { type TemplateState, templateIdOf, templateSyncs, templates } from "@/lib/store/templates";
import { inUnit } from "@/lib/store/unit";
import { readAllTemplates } from "./read-all";
import { accountOf } from "./stored-templates";

const BATCH = 100;
/** Webhooks carry whole seconds: one of the second in which the list was asked for is as new as the list, or newer. */
const GRAIN_MS = 2_000;

export type Synced = { ok: true; syncedAt: number } | { ok: false; failure: GraphFailure | null };

/**
 * Reads the account's templates from Meta into the store; those that are gone there go here too. What a webhook told
 * after the list was asked for stays. One run at a time for each account; `askedBy`: the person whose wish started it.
 * `now` in epoch ms.
 */
export function syncTemplates(
  channel: Channel,
  now = Date.now(),
  askedBy: Actor | null = null,
): Promise<Synced> {
  return shareInFlight(`templates:${accountOf(channel)}`, () => sync(channel, now, askedBy));
}

async function sync(channel: Channel, at: number, askedBy: Actor | null): Promise<Synced> {
  const account = accountOf(channel);
  const { staleAt = null } = (await templateSyncs().doc(account).get()).data() ?? {};
  const read = await readAllTemplates(channel);
  if (!read.ok) return read;
  const listed = new Map(
    read.templates.map((template) => [templateIdOf(account, template.name, template.language), template]),
  );
  const ids = [...listed.keys()];
  for (let start = 0; start < ids.length; start += BATCH) {
    await store(account, listed, ids.slice(start, start + BATCH), at - GRAIN_MS);
  }
  await removeGone(account, listed, at - GRAIN_MS);
  await inUnit(async (unit) => {
    const ref = templateSyncs().doc(account);
    const known = await unit.get(ref);
    const syncedAt = Math.max(known?.syncedAt ?? 0, at);
    const isAnswered = (known?.staleAt ?? null) === staleAt;
    unit.set(ref, { id: account, syncedAt, staleAt: isAnswered ? null : (known?.staleAt ?? null) });
    if (!askedBy) return;
    const subject = { kind: "channel", id: channel.id, name: channel.name } as const;
    await leaveAuditEntry(unit, askedBy, { action: "channel.templates_refreshed", subject }, at);
  });
  return { ok: true, syncedAt: at };
}

function store(
  account: string,
  listed: ReadonlyMap<string, ChannelTemplate>,
  ids: readonly string[],
  at: number,
): Promise<void> {
  return inUnit(async (unit) => {
    await unit.load(ids.map((id) => templates().doc(id)));
    for (const id of ids) {
      const template = listed.get(id);
      const ref = templates().doc(id);
      if (template) unit.set(ref, withListed(await unit.get(ref), { id, account, template, at }));
    }
  });
}

type Listed = { id: string; account: string; template: ChannelTemplate; at: number };
type Told = TemplateState["status"];

function withListed(known: TemplateState | null, { id, account, template, at }: Listed): TemplateState {
  const status = newer(known?.status ?? null, template.status, at);
  const hasSameStatus = known?.status?.value === status?.value;
  const keptReason = hasSameStatus ? (known?.reason ?? null) : null;
  return {
    id,
    wabaId: account,
    name: template.name,
    language: template.language,
    templateId: template.id,
    status,
    reason: newer(keptReason, template.rejectedReason, at),
    quality: newer(known?.quality ?? null, template.quality, at),
    category: newer(known?.category ?? null, template.category, at),
    parameterFormat: template.parameterFormat,
    componentsJson: JSON.stringify(template.components),
  };
}

/** What was told last; a list that says nothing changes nothing. */
function newer(known: Told, value: string | null, at: number): Told {
  if (value === null || known?.value === value || (known && known.at > at)) return known;
  return { value, at };
}

/** Gone at Meta: deleted here, unless a webhook told of it after the list was asked for. */
async function removeGone(
  account: string,
  listed: ReadonlyMap<string, ChannelTemplate>,
  at: number,
): Promise<void> {
  const snapshot = await templates().where("wabaId", "==", account).get();
  const gone = snapshot.docs.map(({ id }) => id).filter((id) => !listed.has(id));
  if (gone.length === 0) return;
  await inUnit(async (unit) => {
    await unit.load(gone.map((id) => templates().doc(id)));
    for (const id of gone) {
      const ref = templates().doc(id);
      const state = await unit.get(ref);
      const toldAt = Math.max(
        ...[state?.status, state?.quality, state?.category].map((told) => told?.at ?? 0),
      );
      if (state && toldAt <= at) unit.delete(ref);
    }
  });
}
