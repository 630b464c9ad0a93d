import { createHash } from "node:crypto";
import { env, sealingKeyOf } from "@/lib/env";

export type LocalKey = { id: string; bytes: Buffer };

/** The keys of `CREDENTIALS_KEY` in order: the first seals, every one opens what it sealed. */
export function localKeys(): LocalKey[] {
  const { CREDENTIALS_KEY = [] } = env();
  return CREDENTIALS_KEY.flatMap((text) => {
    const bytes = sealingKeyOf(text);
    return bytes ? [{ id: idOf(bytes), bytes }] : [];
  });
}

const idOf = (key: Buffer) =>
  createHash("sha256").update("parley key ").update(key).digest("hex").slice(0, 12);
