import type { Sealed } from "@/lib/domain/sealed";
import { log } from "@/lib/log";
import { openBox } from "./box";
import { unwrapKey } from "./kms";
import { localKeys } from "./local-keys";

const KEEP = 500;
const FAILURE_KEEP_MS = 30_000;
/** What was opened, by box and place; a box never changes, so neither does what is in it. */
const opened = new Map<string, Promise<string | null>>();

/**
 * The secret that was sealed for `place`; null when its key is gone, KMS does not give it, or it belongs elsewhere.
 * Kept in memory, so that asking again costs nothing. Never throws.
 */
export function openSecret(sealed: Sealed, place: string): Promise<string | null> {
  const id = `${sealed.key} ${place} ${sealed.box}`;
  const known = opened.get(id);
  if (known) return known;
  const opening = unseal(sealed, place);
  opened.set(id, opening);
  void opening.then((plain) => {
    if (plain !== null) return;
    log.error({ place, key: sealed.key }, "A stored secret cannot be opened with the keys of this process");
    setTimeout(() => opened.delete(id), FAILURE_KEEP_MS).unref();
  });
  for (const oldest of opened.keys()) {
    if (opened.size <= KEEP) break;
    opened.delete(oldest);
  }
  return opening;
}

/** Forgets what was opened: for tests that take a key away. */
export function forgetOpened(): void {
  opened.clear();
}

async function unseal({ box, key, wrapped }: Sealed, place: string): Promise<string | null> {
  if (wrapped) {
    try {
      return openBox(box, await unwrapKey(key, wrapped, place), place);
    } catch (err) {
      log.error({ err, place }, "Cloud KMS did not give a data key");
      return null;
    }
  }
  const known = localKeys().find(({ id }) => id === key);
  return known ? openBox(box, known.bytes, place) : null;
}
