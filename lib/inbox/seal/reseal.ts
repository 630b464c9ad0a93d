import type { Sealed } from "@/lib/domain/sealed";
import { openSecret } from "./open";
import { sealingKey, sealSecret } from "./seal";

/**
 * The same secret under the key that seals now. As it was when that key sealed it, when there is no key, or when it
 * cannot be opened (logged by `openSecret`).
 */
export async function resealSecret(sealed: Sealed, place: string): Promise<Sealed> {
  const key = sealingKey();
  if (key === null || sealed.key === key) return sealed;
  const plain = await openSecret(sealed, place);
  if (plain === null) return sealed;
  const again = await sealSecret(plain, place, sealed.at);
  return again.ok ? again.data : sealed;
}
