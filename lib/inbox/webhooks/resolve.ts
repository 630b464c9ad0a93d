import { lookup as systemLookup } from "node:dns/promises";
import { isLoopbackName } from "@/lib/domain/webhook-url";
import { isLoopbackAddress, isPublicAddress } from "./public-address";

export type Address = { address: string; family: number };
/** Gives all addresses of a name, as `dns.lookup` does. */
export type Resolver = (hostname: string) => Promise<Address[]>;
export type Resolved =
  | { ok: true; addresses: Address[] }
  | { ok: false; reason: "unresolved" | "refused_address" };

export const systemResolver: Resolver = (hostname) => systemLookup(hostname, { all: true, verbatim: true });

/**
 * The addresses of a host, when every one of them may be connected to. One that is private among them refuses all: a
 * name that stands for both is a trap. `isLoopbackAllowed` admits loopback names, to loopback alone.
 */
export async function resolveHost(
  hostname: string,
  isLoopbackAllowed: boolean,
  resolver: Resolver = systemResolver,
): Promise<Resolved> {
  const bare = hostname.replace(/^\[|\]$/g, "");
  const isAllowed =
    isLoopbackAllowed && (isLoopbackName(hostname) || isLoopbackName(`[${bare}]`))
      ? isLoopbackAddress
      : isPublicAddress;
  const addresses = await resolver(bare).catch(() => []);
  if (addresses.length === 0) return { ok: false, reason: "unresolved" };
  const areGood = addresses.every(({ address }) => isAllowed(address));
  return areGood ? { ok: true, addresses } : { ok: false, reason: "refused_address" };
}
