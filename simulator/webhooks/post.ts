import { Agent, request as httpRequest } from "node:http";
import { request as httpsRequest, Agent as SecureAgent } from "node:https";
import type { ChannelType } from "../world/types";

export type WebhookAnswer = { status: number | null; body: string; error: string | null };

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const secureAgent = new SecureAgent({ keepAlive: true, maxSockets: 256 });

/** Where the app takes a channel's webhooks. */
export function webhookUrl(appUrl: string, channel: ChannelType): string {
  return `${appUrl.replace(/\/+$/, "")}/api/webhooks/${channel}`;
}

/** POSTs exact bytes with Meta's headers. Never throws: no answer is `status: null` with the reason. */
export function postWebhook(
  address: string,
  webhook: { body: string; signature: string; headers: Record<string, string> },
  timeoutMs: number,
): Promise<WebhookAnswer> {
  const url = new URL(address);
  const bytes = Buffer.from(webhook.body, "utf8");
  const isSecure = url.protocol === "https:";
  return new Promise((resolve) => {
    const outgoing = (isSecure ? httpsRequest : httpRequest)(
      url,
      {
        method: "POST",
        agent: isSecure ? secureAgent : agent,
        headers: withoutEmpty({
          "content-type": "application/json",
          "content-length": String(bytes.length),
          "user-agent": "facebookexternalua",
          accept: "*/*",
          "facebook-api-version": "v26.0",
          "x-hub-signature-256": webhook.signature,
          ...webhook.headers,
        }),
        signal: AbortSignal.timeout(timeoutMs),
      },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on("data", (part: Buffer) => parts.push(part));
        incoming.on("error", (error) => resolve({ status: null, body: "", error: error.message }));
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? null,
            body: Buffer.concat(parts).toString("utf8").slice(0, 4000),
            error: null,
          }),
        );
      },
    );
    outgoing.on("error", (error) => resolve({ status: null, body: "", error: error.message }));
    outgoing.end(bytes);
  });
}

function withoutEmpty(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
}
