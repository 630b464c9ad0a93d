import { type ChannelTemplate, channelClient } from "@/lib/channels/client";
import type { GraphFailure } from "@/lib/channels/graph/result";
import type { Channel } from "@/lib/domain/channel";
import { credentialsOf } from "@/lib/inbox/channels/credentials";

const FRESH_MS = 60_000;
/** A name that is not in the list makes us ask again, but not more often than this. */
const ASK_AGAIN_MS = 5_000;
const PAGE = 100;
const PAGES = 20;

type Known = { readAt: number; templates: ChannelTemplate[] };
const knownByAccount = new Map<string, Known>();

export type TemplateAnswer =
  | { kind: "found"; template: ChannelTemplate }
  | { kind: "missing" }
  /** Meta did not tell, so nothing is known either way. */
  | { kind: "untold"; failure: GraphFailure | null };

/** A template of the channel's account, remembered for a minute in this process. `now` in epoch ms. */
export async function knownTemplate(
  channel: Channel,
  name: string,
  language: string,
  now = Date.now(),
): Promise<TemplateAnswer> {
  const account = channel.wabaId ?? channel.id;
  const known = knownByAccount.get(account);
  const pick = (list: ChannelTemplate[]) =>
    list.find((one) => one.name === name && sameLanguage(one.language, language));
  const remembered = known && pick(known.templates);
  if (known && remembered && now - known.readAt < FRESH_MS) return { kind: "found", template: remembered };
  if (known && !remembered && now - known.readAt < ASK_AGAIN_MS) return { kind: "missing" };
  const read = await readAll(channel);
  if (!read.ok)
    return remembered ? { kind: "found", template: remembered } : { kind: "untold", failure: read.failure };
  knownByAccount.set(account, { readAt: now, templates: read.templates });
  const template = pick(read.templates);
  return template ? { kind: "found", template } : { kind: "missing" };
}

type ReadAll = { ok: true; templates: ChannelTemplate[] } | { ok: false; failure: GraphFailure | null };

async function readAll(channel: Channel): Promise<ReadAll> {
  const credentials = credentialsOf(channel);
  if (!credentials) return { ok: false, failure: null };
  const client = channelClient(credentials);
  const templates: ChannelTemplate[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await client.listTemplates({ limit: PAGE, after });
    if (!answer.ok) return answer;
    templates.push(...answer.data.items);
    after = answer.data.nextCursor;
    if (!after) break;
  }
  return { ok: true, templates };
}

/** Webhooks write `en-US`, the API `en_US`. */
const sameLanguage = (one: string, other: string) => one.replace("-", "_") === other.replace("-", "_");
