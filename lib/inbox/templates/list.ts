import type { ChannelTemplate } from "@/lib/channels/client";
import { describeGraphError } from "@/lib/channels/graph/error-catalogue";
import type { GraphFailure } from "@/lib/channels/graph/result";
import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { mayReach } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { Template } from "@/lib/domain/template";
import { templateParts } from "@/lib/domain/template-parts";
import { channels } from "@/lib/store/channels";
import { isDocumentId } from "@/lib/store/document-id";
import { accountOf, freshnessOf, storedTemplates } from "./stored-templates";
import { type Synced, syncTemplates } from "./sync";

/** How long a list that is there already waits for a newer one. */
const PATIENCE_MS = 2_500;

/** `failure`: why the list could not be read anew, a key of `failures` in the message catalogue. */
export type TemplateList = { templates: Template[]; syncedAt: number | null; failure: string | null };

/**
 * The templates of a WhatsApp channel for its agents, read anew from Meta when they are old, or always with
 * `isForced`. What is stored is given when Meta cannot be asked. `not_found` for anything but a WhatsApp channel.
 */
export async function listTemplates({
  actor,
  channelId,
  isForced = false,
  now = Date.now(),
}: {
  actor: Actor;
  channelId: string;
  isForced?: boolean;
  now?: number;
}): Promise<Result<TemplateList>> {
  const channel = isDocumentId(channelId) ? (await channels().doc(channelId).get()).data() : undefined;
  if (channel?.type !== "whatsapp" || !mayReach(actor, channelId))
    return fail("not_found", "There is no WhatsApp channel with this id");
  const account = accountOf(channel);
  const { syncedAt, isFresh } = await freshnessOf(account, now);
  const askedBy = isForced ? actor : null;
  const failure = isFresh && !isForced ? null : await refresh(channel, { isForced, askedBy, syncedAt, now });
  const [stored, fresh] = await Promise.all([storedTemplates(account), freshnessOf(account, now)]);
  const templates = stored.map(templateOf).sort((a, b) => a.name.localeCompare(b.name));
  return ok({ templates, syncedAt: fresh.syncedAt, failure });
}

type Refresh = { isForced: boolean; askedBy: Actor | null; syncedAt: number | null; now: number };

async function refresh(
  channel: Channel,
  { isForced, askedBy, syncedAt, now }: Refresh,
): Promise<string | null> {
  const synced = syncTemplates(channel, now, askedBy);
  const answer = isForced || syncedAt === null ? await synced : await Promise.race([synced, patience()]);
  return answer.ok ? null : reasonOf(answer.failure);
}

function patience(): Promise<Synced> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ ok: true, syncedAt: 0 }), PATIENCE_MS).unref();
  });
}

function reasonOf(failure: GraphFailure | null): string {
  if (!failure) return "channel_disconnected";
  return describeGraphError("whatsapp", failure.code, failure.subcode, null).reason;
}

function templateOf(template: ChannelTemplate): Template {
  const { id, name, language, status, category, quality, rejectedReason } = template;
  return {
    id,
    name,
    language,
    status,
    category,
    quality,
    reason: rejectedReason,
    parts: templateParts(template),
  };
}
