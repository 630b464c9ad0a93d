import { z } from "zod";
import type { ChannelCredentials } from "../client-types";
import { call, mapResult } from "../graph/call";
import { type GraphResult, graphFailure } from "../graph/result";
import { id, optional, text } from "../lenient";
import { withoutAt } from "../username";

/** `pageId` null with Instagram Login. `accountId` null: the Page has no Instagram account linked to it. */
export type InstagramFound = {
  accountId: string | null;
  pageId: string | null;
  username: string | null;
  name: string | null;
};

const Linked = z.object({ id, username: optional(text) });
const PageAnswer = z.object({ id, name: optional(text), instagram_business_account: optional(Linked) });
const MeAnswer = z.object({ user_id: id, username: optional(text), name: optional(text) });

/**
 * The account behind a token of Instagram Login. Webhooks name it by `user_id`; `id` is another one for each app.
 * https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/get-started
 */
export async function findByInstagramLogin(
  credentials: ChannelCredentials,
): Promise<GraphResult<InstagramFound>> {
  const query = { fields: "user_id,username,name" };
  return mapResult(await call(credentials, { method: "GET", path: "me", query }), (data) => {
    const me = MeAnswer.safeParse(data);
    if (!me.success) return graphFailure("unknown", "The account cannot be read", 200);
    const { user_id: accountId, username, name } = me.data;
    return {
      ok: true,
      data: { accountId, pageId: null, username: withoutAt(username), name: name ?? null },
    };
  });
}

/** The account that is linked to a Page: the one whose token it is, or the one named by `credentials.pageId`. */
export async function findByPage(credentials: ChannelCredentials): Promise<GraphResult<InstagramFound>> {
  const query = { fields: "id,name,instagram_business_account{id,username}" };
  const path = credentials.pageId ?? "me";
  return mapResult(await call(credentials, { method: "GET", path, query }), (data) => {
    const page = PageAnswer.safeParse(data);
    if (!page.success) return graphFailure("unknown", "The Page cannot be read", 200);
    const { id: pageId, name, instagram_business_account: linked } = page.data;
    const username = withoutAt(linked?.username);
    return { ok: true, data: { accountId: linked?.id ?? null, pageId, username, name: name ?? null } };
  });
}

const TokenAnswer = z.object({ access_token: text });

/** The Page's own token, when a token that opens several Pages was given; null when Meta gives none. */
export async function readPageToken(credentials: ChannelCredentials): Promise<string | null> {
  const query = { fields: "access_token" };
  const answer = await call(credentials, { method: "GET", path: credentials.pageId ?? "me", query });
  return answer.ok ? (TokenAnswer.safeParse(answer.data).data?.access_token ?? null) : null;
}
