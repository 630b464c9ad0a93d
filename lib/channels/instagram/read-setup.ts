import { z } from "zod";
import type { ChannelCredentials } from "../client-types";
import { subscribedApps } from "../graph/app";
import { call, done, mapResult } from "../graph/call";
import { type GraphResult, graphFailure } from "../graph/result";
import { id, optional } from "../lenient";
import { isInstagramLogin, nodeOf } from "./node";

const TIMEOUT_MS = 8000;

const Page = z.object({ instagram_business_account: optional(z.object({ id })) });
const Me = z.object({ user_id: optional(id), id: optional(id) });

/** The professional account behind the token: that of the Page, or the token's own with Instagram Login. Null: none. */
export async function readLinkedAccount(
  credentials: ChannelCredentials,
): Promise<GraphResult<string | null>> {
  const isLogin = isInstagramLogin(credentials);
  const answer = await call(credentials, {
    method: "GET",
    path: isLogin ? "me" : nodeOf(credentials),
    query: { fields: isLogin ? "user_id" : "instagram_business_account" },
    timeoutMs: TIMEOUT_MS,
  });
  return mapResult(answer, (data) => {
    if (isLogin) {
      const me = Me.safeParse(data);
      return me.success ? { ok: true, data: me.data.user_id ?? me.data.id ?? null } : unreadable();
    }
    const page = Page.safeParse(data);
    return page.success ? { ok: true, data: page.data.instagram_business_account?.id ?? null } : unreadable();
  });
}

/** The apps that are subscribed to the Page or the account, with their fields. */
export async function listSubscribedApps(credentials: ChannelCredentials) {
  const path = `${nodeOf(credentials)}/subscribed_apps`;
  const answer = await call(credentials, { method: "GET", path, timeoutMs: TIMEOUT_MS });
  return mapResult(answer, (data) => {
    const apps = subscribedApps(data);
    return apps ? { ok: true, data: apps } : unreadable();
  });
}

/** Asks for one conversation's id, to see that the account lets apps at its messages at all. */
export async function tryConversations(credentials: ChannelCredentials): Promise<GraphResult<null>> {
  const path = `${nodeOf(credentials)}/conversations`;
  const query = { platform: "instagram", limit: "1", fields: "id" };
  return done(await call(credentials, { method: "GET", path, query, timeoutMs: TIMEOUT_MS }));
}

const unreadable = () => graphFailure("unknown", "The answer cannot be read", 200);
