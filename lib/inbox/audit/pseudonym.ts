import { createHmac, randomBytes } from "node:crypto";
import { pseudonymKey } from "@/lib/store/audit-log";
import { db } from "@/lib/store/firestore";

const keys = new WeakMap<object, Promise<string>>();

/**
 * A name for a conversation, contact or message that says nothing about the person (their ids hold phone numbers), the
 * same each time: HMAC-SHA256 under the store's own key. The audit log names people by it, so that it can outlive them;
 * whoever still has the id finds its entries.
 */
export async function pseudonymOf(id: string): Promise<string> {
  const key = await keyOf();
  return createHmac("sha256", key).update(id).digest("hex").slice(0, 24);
}

function keyOf(): Promise<string> {
  const store = db();
  const known = keys.get(store);
  if (known) return known;
  const key = pseudonymKey(() => randomBytes(32).toString("base64url"));
  key.catch(() => keys.delete(store));
  keys.set(store, key);
  return key;
}
