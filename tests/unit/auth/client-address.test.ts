import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/server/session/caller";

describe("clientAddress", () => {
  it.each([
    ["203.0.113.7", 1, "203.0.113.7"],
    ["198.51.100.1, 203.0.113.7", 1, "203.0.113.7"],
    ["198.51.100.1, 203.0.113.7, 10.0.0.1", 2, "203.0.113.7"],
    ["203.0.113.7", 3, "203.0.113.7"],
    ["::ffff:203.0.113.7", 1, "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::/64"],
    ["2001:db8::9", 1, "2001:db8:0:0::/64"],
    ["::1", 1, "0:0:0:0::/64"],
    [null, 1, "unknown"],
    ["", 1, "unknown"],
  ])("finds %j behind %i proxies as %s", (header, hops, address) => {
    expect(clientAddress(header, hops)).toBe(address);
  });
});
