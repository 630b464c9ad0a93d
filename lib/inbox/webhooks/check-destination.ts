import { ok, type Result } from "@/lib/domain/result";
import { readWebhookUrl, refused } from "@/lib/domain/webhook-url";
import { env } from "@/lib/env";
import { resolveHost } from "./resolve";

/** The URL as it is kept, when it leads to the public internet as of now. `webhook_url_refused` with why. */
export async function checkDestination(text: string): Promise<Result<string>> {
  const isLoopbackAllowed = env().PARLEY_WEBHOOKS_TO_LOOPBACK === true;
  const url = readWebhookUrl(text, isLoopbackAllowed);
  if (!url.ok) return url;
  const host = await resolveHost(url.data.hostname, isLoopbackAllowed);
  if (!host.ok) return refused(host.reason === "unresolved" ? "unresolved" : "private");
  return ok(url.data.href);
}
