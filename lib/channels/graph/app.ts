import { z } from "zod";
import { flag, id, listOf, object, optional, text } from "../lenient";
import { graphRequest } from "./request";
import { type GraphResult, graphFailure } from "./result";

/** What it takes to speak as the Meta app itself, not as one of its channels. Never log it. */
export type AppCredentials = { baseUrl: string; version: string; appId: string; appSecret: string };

/** One object's webhook as the app has it, e.g. of `whatsapp_business_account`. */
export type AppSubscription = { object: string; callbackUrl: string; isActive: boolean; fields: string[] };

const Row = z.object({
  object: text,
  callback_url: optional(text),
  active: optional(flag),
  // The names alone with some versions, objects with others.
  fields: listOf(z.union([text, z.object({ name: text }).transform(({ name }) => name)])),
});
const Answer = z.object({ data: listOf(Row) });

/** The app's own token, made of its id and secret. https://developers.facebook.com/docs/facebook-login/guides/access-tokens#apptokens */
export const appTokenOf = ({ appId, appSecret }: Pick<AppCredentials, "appId" | "appSecret">): string =>
  `${appId}|${appSecret}`;

/** Where Meta sends the app's webhooks, and which fields. https://developers.facebook.com/docs/graph-api/reference/application/subscriptions */
export async function readAppSubscriptions(app: AppCredentials): Promise<GraphResult<AppSubscription[]>> {
  const { baseUrl, version, appId } = app;
  const path = `${encodeURIComponent(appId)}/subscriptions`;
  const result = await graphRequest({
    baseUrl,
    version,
    path,
    method: "GET",
    token: appTokenOf(app),
    timeoutMs: 8000,
  });
  if (!result.ok) return result;
  const answer = Answer.safeParse(result.data);
  if (!answer.success || !object.safeParse(result.data).success)
    return graphFailure("unknown", "The app's subscriptions cannot be read", 200);
  return {
    ok: true,
    data: answer.data.data.map((row) => ({
      object: row.object,
      callbackUrl: row.callback_url ?? "",
      isActive: row.active ?? true,
      fields: row.fields,
    })),
  };
}

const Apps = z.object({
  data: listOf(
    z.object({
      id: optional(id),
      whatsapp_business_api_data: optional(z.object({ id })),
      subscribed_fields: listOf(text),
    }),
  ),
});

/** The apps in an answer of `subscribed_apps`: WhatsApp wraps each, Instagram tells the fields beside. */
export function subscribedApps(data: unknown): { appId: string; fields: string[] }[] | null {
  const answer = Apps.safeParse(data);
  if (!answer.success) return null;
  return answer.data.data.flatMap((row) => {
    const appId = row.whatsapp_business_api_data?.id ?? row.id;
    return appId ? [{ appId, fields: row.subscribed_fields }] : [];
  });
}
