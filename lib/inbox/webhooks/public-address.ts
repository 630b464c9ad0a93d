import ipaddr from "ipaddr.js";

/** Azure's platform address: public by its number, inside by what answers there. */
const inside = ["168.63.129.16"];
/** Where public IPv6 addresses are; whatever carries an IPv4 address inside is not in it, but for 6to4 and Teredo. */
const publicIpv6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address is on the public internet: not private, loopback, link-local (cloud metadata), carrier-grade NAT,
 * multicast, reserved, nor one of those within an IPv6 address (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || inside.includes(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv6 ? address.match(publicIpv6) : true;
}

export function isLoopbackAddress(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.parse(text).range() === "loopback";
}
