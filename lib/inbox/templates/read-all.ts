import { type ChannelTemplate, channelClient } from "@/lib/channels/client";
import type { GraphFailure } from "@/lib/channels/graph/result";
import type { Channel } from "@/lib/domain/channel";
import { credentialsOf } from "@/lib/inbox/channels/credentials";

const PAGE = 100;
const PAGES = 70;
/** A cursor that Meta no longer knows, as after a template was deleted between two pages. */
const BAD_CURSOR = 131059;

export type ReadAll =
  | { ok: true; templates: ChannelTemplate[] }
  | { ok: false; failure: GraphFailure | null };

/** Every template of the channel's account, asked of Meta. `failure` is null when the channel has no token. */
export async function readAllTemplates(channel: Channel): Promise<ReadAll> {
  const first = await readPages(channel);
  if (first.ok || first.failure?.code !== BAD_CURSOR) return first;
  return readPages(channel);
}

async function readPages(channel: Channel): Promise<ReadAll> {
  const credentials = await credentialsOf(channel);
  if (!credentials) return { ok: false, failure: null };
  const client = channelClient(credentials);
  const found: ChannelTemplate[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await client.listTemplates({ limit: PAGE, after });
    if (!answer.ok) return answer;
    found.push(...answer.data.items);
    after = answer.data.nextCursor;
    if (!after) break;
  }
  return { ok: true, templates: found };
}
