import { headers } from "next/headers";
import type { RequestOrigin } from "@/lib/domain/member";
import { env } from "@/lib/env";

/** Somebody who may not be signed in yet. */
export type Caller = RequestOrigin;

/** Where the request at hand comes from. */
export async function readCaller(): Promise<RequestOrigin> {
  return originOf(await headers());
}

/** Where a request comes from by its headers. */
export function originOf(given: Pick<Headers, "get">): RequestOrigin {
  return {
    address: clientAddress(given.get("x-forwarded-for"), env().TRUSTED_PROXY_HOPS),
    userAgent: given.get("user-agent") ?? "",
  };
}

/**
 * The client's address by the `hops`-th entry of X-Forwarded-For from the right: each trusted proxy appends the
 * address it saw, and whatever stands further left was written by the client. IPv6 counts by its /64.
 */
export function clientAddress(forwardedFor: string | null, hops: number): string {
  const seen = (forwardedFor ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const address = seen.at(-Math.min(hops, seen.length)) ?? "unknown";
  const plain = address.replace(/^::ffff:/i, "");
  if (!plain.includes(":")) return plain;
  return `${expand(plain).slice(0, 4).join(":")}::/64`;
}

function expand(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(gap).fill("0"), ...right];
}
