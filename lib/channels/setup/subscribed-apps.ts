import { z } from "zod";
import type { ChannelCredentials } from "../client-types";
import { call, mapResult } from "../graph/call";
import { type GraphResult, graphFailure } from "../graph/result";
import { nodeOf } from "../instagram/node";
import { id, listOf, optional, text } from "../lenient";

/** An app that gets the account's webhooks. WhatsApp tells no fields: they are set at the app. */
export type SubscribedApp = { id: string; name: string | null; fields: string[] };

const App = z.object({ id, name: optional(text), subscribed_fields: listOf(text) });
const Row = z.union([z.object({ whatsapp_business_api_data: App }), App]);
const Answer = z.object({ data: listOf(Row) });

/** The apps that are subscribed to the WhatsApp account, the Page or the Instagram account. */
export async function listAppsSubscribed(
  credentials: ChannelCredentials,
): Promise<GraphResult<SubscribedApp[]>> {
  const node = credentials.type === "whatsapp" ? credentials.wabaId : nodeOf(credentials);
  const answer = await call(credentials, { method: "GET", path: `${node}/subscribed_apps` });
  return mapResult(answer, (data) => {
    const read = Answer.safeParse(data);
    if (!read.success) return graphFailure("unknown", "The subscribed apps cannot be read", 200);
    const apps = read.data.data.map((row) =>
      "whatsapp_business_api_data" in row ? row.whatsapp_business_api_data : row,
    );
    return {
      ok: true,
      data: apps.map((app) => ({ id: app.id, name: app.name ?? null, fields: app.subscribed_fields })),
    };
  });
}
