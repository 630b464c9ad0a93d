import { createHmac, timingSafeEqual } from "node:crypto";
import type { Upload } from "@/lib/domain/media";
import { env } from "@/lib/env";
import { pseudonymOf } from "@/lib/inbox/audit/pseudonym";
import { paths } from "@/lib/paths";
import { uploads } from "@/lib/store/uploads";

/** Meta fetches a file when the message is sent, and now and then once more soon after. */
const LIFE_MS = 60 * 60_000;

/** A public link to one upload, good for an hour; null when this installation has no public address (`APP_URL`). */
export async function uploadLink(upload: Pick<Upload, "id">, now: number): Promise<string | null> {
  const { APP_URL } = env();
  if (!APP_URL) return null;
  const [key = ""] = await linkKeys();
  const claim = `${upload.id}.${(now + LIFE_MS).toString(36)}`;
  return new URL(paths.publicMedia(`${claim}.${sign(claim, key)}`), APP_URL).href;
}

/** The upload that a link's token is for; null when it is not ours, over, or its file gone. `now` in epoch ms. */
export async function uploadOfToken(token: string, now: number): Promise<Upload | null> {
  const match = /^([0-9A-Z]{26})\.([0-9a-z]{1,12})\.([\w-]{43})$/.exec(token);
  if (!match) return null;
  const [, id = "", expires = "", signature = ""] = match;
  const isOurs = (await linkKeys()).some((key) => isSame(sign(`${id}.${expires}`, key), signature));
  if (!isOurs || Number.parseInt(expires, 36) <= now) return null;
  return (await uploads().doc(id).get()).data() ?? null;
}

/** The server's own secrets, the new one first while one is rotated: links live an hour. With none, the store's own. */
async function linkKeys(): Promise<string[]> {
  const { CREDENTIALS_KEY = [], META_APP_SECRET = [] } = env();
  const keys = [...CREDENTIALS_KEY, ...META_APP_SECRET];
  return keys.length > 0 ? keys : [await pseudonymOf("media links")];
}

const sign = (claim: string, key: string) =>
  createHmac("sha256", key).update(`parley media link ${claim}`).digest("base64url");

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
