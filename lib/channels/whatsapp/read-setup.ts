import { z } from "zod";
import type { ChannelCredentials } from "../client-types";
import { subscribedApps } from "../graph/app";
import { call, mapResult } from "../graph/call";
import { type GraphResult, graphFailure } from "../graph/result";
import { flag, id, listOf, optional, text } from "../lenient";

const TIMEOUT_MS = 8000;
const PAGES = 20;

const Standing = z.object({
  quality_rating: optional(text),
  name_status: optional(text),
  status: optional(text),
  account_mode: optional(text),
  whatsapp_business_manager_messaging_limit: optional(text),
});

export type NumberStanding = {
  quality: string | null;
  nameStatus: string | null;
  status: string | null;
  mode: string | null;
  messagingLimit: string | null;
};

/** How the number stands at Meta. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers */
export async function readNumberStanding(
  credentials: ChannelCredentials,
): Promise<GraphResult<NumberStanding>> {
  return mapResult(await readNode(credentials, Object.keys(Standing.shape)), (data) => {
    const node = Standing.safeParse(data);
    if (!node.success) return unreadable();
    return {
      ok: true,
      data: {
        quality: node.data.quality_rating ?? null,
        nameStatus: node.data.name_status ?? null,
        status: node.data.status ?? null,
        mode: node.data.account_mode ?? null,
        messagingLimit: node.data.whatsapp_business_manager_messaging_limit ?? null,
      },
    };
  });
}

const Problem = z.object({ error_description: optional(text), possible_solution: optional(text) });
const Sending = z.object({
  throughput: optional(z.object({ level: optional(text) })),
  is_on_biz_app: optional(flag),
  health_status: optional(
    z.object({
      can_send_message: optional(text),
      entities: listOf(z.object({ errors: listOf(Problem), additional_info: listOf(text) })),
    }),
  ),
});

/** `words`: what Meta says is in the way, and what to do about it. */
export type NumberSending = {
  level: string | null;
  isBesideApp: boolean;
  canSend: string | null;
  words: string[];
};

/** Whether and how fast the number may send; newer fields, asked for apart so that one Meta drops spoils no other. */
export async function readNumberSending(
  credentials: ChannelCredentials,
): Promise<GraphResult<NumberSending>> {
  return mapResult(await readNode(credentials, Object.keys(Sending.shape)), (data) => {
    const node = Sending.safeParse(data);
    if (!node.success) return unreadable();
    const entities = node.data.health_status?.entities ?? [];
    const words = entities.flatMap(({ errors, additional_info }) => [
      ...errors.flatMap((one) => [one.error_description, one.possible_solution]),
      ...additional_info,
    ]);
    return {
      ok: true,
      data: {
        level: node.data.throughput?.level ?? null,
        isBesideApp: node.data.is_on_biz_app ?? false,
        canSend: node.data.health_status?.can_send_message ?? null,
        words: [...new Set(words.filter((word) => word !== undefined))],
      },
    };
  });
}

const Numbers = z.object({
  data: listOf(z.object({ id })),
  paging: optional(
    z.object({ next: optional(text), cursors: optional(z.object({ after: optional(text) })) }),
  ),
});

/** The ids of all numbers of the business account. */
export async function listNumberIds(credentials: ChannelCredentials): Promise<GraphResult<string[]>> {
  const found: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const query = { fields: "id", limit: "100", ...(after ? { after } : {}) };
    const path = `${credentials.wabaId}/phone_numbers`;
    const answer = await call(credentials, { method: "GET", path, query, timeoutMs: TIMEOUT_MS });
    if (!answer.ok) return answer;
    const numbers = Numbers.safeParse(answer.data);
    if (!numbers.success) return unreadable();
    found.push(...numbers.data.data.map((row) => row.id));
    after = numbers.data.paging?.next ? numbers.data.paging.cursors?.after : undefined;
    if (!after) break;
  }
  return { ok: true, data: found };
}

/** The apps that are subscribed to the business account. Which fields they get is set at the app. */
export async function listSubscribedApps(credentials: ChannelCredentials) {
  const path = `${credentials.wabaId}/subscribed_apps`;
  const answer = await call(credentials, { method: "GET", path, timeoutMs: TIMEOUT_MS });
  return mapResult(answer, (data) => {
    const apps = subscribedApps(data);
    return apps ? { ok: true, data: apps } : unreadable();
  });
}

function readNode(credentials: ChannelCredentials, fields: string[]): Promise<GraphResult<unknown>> {
  const query = { fields: fields.join(",") };
  return call(credentials, {
    method: "GET",
    path: `${credentials.phoneNumberId}`,
    query,
    timeoutMs: TIMEOUT_MS,
  });
}

const unreadable = () => graphFailure("unknown", "The answer cannot be read", 200);
