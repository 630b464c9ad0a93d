import { graphRequest } from "../graph/request";

/**
 * Whether a secret is the app's: only with both may it be asked about a token. `unknown` when Meta did not answer.
 * https://developers.facebook.com/docs/facebook-login/guides/access-tokens#apptokens
 */
export async function checkAppSecret(app: {
  baseUrl: string;
  version: string;
  appId: string;
  appSecret: string;
  /** Any token of the app. */
  token: string;
}): Promise<"right" | "wrong" | "unknown"> {
  const answer = await graphRequest({
    baseUrl: app.baseUrl,
    version: app.version,
    path: "debug_token",
    method: "GET",
    token: `${app.appId}|${app.appSecret}`,
    query: { input_token: app.token },
  });
  if (answer.ok) return "right";
  return answer.failure.outcome === "rejected" && answer.failure.code !== 4 ? "wrong" : "unknown";
}
