import { randomBytes } from "node:crypto";
import ipaddr from "ipaddr.js";
import type { ChannelType } from "@/lib/domain/channel";
import type { Handshake } from "@/lib/domain/doctor/judge-webhook";

const TIMEOUT_MS = 10_000;
const MAX_ANSWER = 1000;

/** Where a kind's webhooks come in, below a public address. */
export function webhookAddress(appUrl: string, kind: ChannelType): string {
  return `${appUrl.replace(/\/+$/, "")}/api/webhooks/${kind}`;
}

/** Does at an address what Meta does when a webhook is set up, with a challenge made up just now. Never throws. */
export async function shakeOwnHand(address: string, verifyToken: string): Promise<Handshake> {
  const url = new URL(address);
  const challenge = randomBytes(12).toString("hex");
  const about = { address, isHttps: url.protocol === "https:", isPrivate: isPrivateHost(url.hostname) };
  url.searchParams.set("hub.mode", "subscribe");
  url.searchParams.set("hub.challenge", challenge);
  url.searchParams.set("hub.verify_token", verifyToken);
  try {
    // Meta follows no redirect either.
    const response = await fetch(url, {
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = (await response.text()).slice(0, MAX_ANSWER);
    return {
      ...about,
      status: response.status,
      error: null,
      isRightAnswer: response.ok && text === challenge,
    };
  } catch (error) {
    return { ...about, status: null, error: wordOf(error), isRightAnswer: false };
  }
}

/** Whether a name or an address is one that Meta surely cannot reach. */
function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() !== "unicast";
  return host === "localhost" || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host);
}

/** The system's word (ENOTFOUND, CERT_HAS_EXPIRED): what whoever runs the server looks for. */
function wordOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "no answer in time";
  const cause = (error as { cause?: { code?: unknown } } | null)?.cause;
  return typeof cause?.code === "string" ? cause.code : "no connection";
}
