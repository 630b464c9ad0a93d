import type { ChannelCredentials } from "../client-types";

/** Whether the channel speaks through Instagram Login (graph.instagram.com) rather than a Facebook Page. */
export function isInstagramLogin({ baseUrl, pageId }: ChannelCredentials): boolean {
  return !pageId || (URL.canParse(baseUrl) && new URL(baseUrl).hostname === "graph.instagram.com");
}

/** The node that sends: the Page with Facebook Login, the professional account with Instagram Login. */
export function nodeOf(credentials: ChannelCredentials): string {
  return (isInstagramLogin(credentials) ? credentials.accountId : credentials.pageId) ?? "me";
}
