import { createHash } from "node:crypto";

/**
 * A provider id for a message that Meta gave none. It is a digest of the item, so the same item delivered again,
 * or replayed, is the same message; two that differ in nothing would be one.
 */
export function derivedId(item: unknown): string {
  return `derived.${createHash("sha256").update(JSON.stringify(item)).digest("base64url")}`;
}
