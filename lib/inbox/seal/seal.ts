import { fail, ok, type Result } from "@/lib/domain/result";
import type { Sealed } from "@/lib/domain/sealed";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { closeBox } from "./box";
import { wrapNewKey } from "./kms";
import { localKeys } from "./local-keys";

const HINT_FROM = 12;

/**
 * Seals a secret for the store. `place` says where it is kept, e.g. `channels/wa_1/token`: it opens for no other.
 * Errors: `no_credentials_key` without a key in the environment, `unavailable` when Cloud KMS does not answer.
 */
export async function sealSecret(plain: string, place: string, now = Date.now()): Promise<Result<Sealed>> {
  const hint = plain.length >= HINT_FROM ? plain.slice(-4) : null;
  const { CREDENTIALS_KMS_KEY } = env();
  if (CREDENTIALS_KMS_KEY) {
    try {
      const { bytes, wrapped } = await wrapNewKey(CREDENTIALS_KMS_KEY, place);
      return ok({ box: closeBox(plain, bytes, place), key: CREDENTIALS_KMS_KEY, wrapped, hint, at: now });
    } catch (err) {
      log.error({ err }, "Cloud KMS did not seal a secret");
      return fail("unavailable", "Cloud KMS did not seal the secret");
    }
  }
  const [key] = localKeys();
  if (!key) return fail("no_credentials_key", "CREDENTIALS_KEY is not set");
  return ok({ box: closeBox(plain, key.bytes, place), key: key.id, wrapped: null, hint, at: now });
}

/** The key that seals now, as `Sealed.key` names it; null when there is none. */
export function sealingKey(): string | null {
  return env().CREDENTIALS_KMS_KEY ?? localKeys()[0]?.id ?? null;
}
