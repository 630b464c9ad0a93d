import type { ChannelTemplate } from "@/lib/channels/client";
import type { GraphFailure } from "@/lib/channels/graph/result";
import type { Channel } from "@/lib/domain/channel";
import { accountOf, freshnessOf, storedTemplate } from "@/lib/inbox/templates/stored-templates";
import { syncTemplates } from "@/lib/inbox/templates/sync";

/** A name that is not in the list makes us ask again, but not more often than this. */
const ASK_AGAIN_MS = 5_000;

export type TemplateAnswer =
  | { kind: "found"; template: ChannelTemplate }
  | { kind: "missing" }
  /** Meta did not tell, so nothing is known either way. */
  | { kind: "untold"; failure: GraphFailure | null };

/**
 * A template of the channel's account, as stored; Meta is asked when it is not there or the list is old. While Meta
 * cannot be asked, what is stored counts. `now` in epoch ms.
 */
export async function knownTemplate(
  channel: Channel,
  name: string,
  language: string,
  now = Date.now(),
): Promise<TemplateAnswer> {
  const account = accountOf(channel);
  const [stored, { syncedAt, isFresh }] = await Promise.all([
    storedTemplate(account, name, language),
    freshnessOf(account, now),
  ]);
  if (stored && isFresh) return { kind: "found", template: stored };
  if (!stored && isFresh && syncedAt !== null && now - syncedAt < ASK_AGAIN_MS) return { kind: "missing" };
  const synced = await syncTemplates(channel, now);
  if (!synced.ok) {
    return stored ? { kind: "found", template: stored } : { kind: "untold", failure: synced.failure };
  }
  const template = await storedTemplate(account, name, language);
  return template ? { kind: "found", template } : { kind: "missing" };
}
