import { createHmac, timingSafeEqual } from "node:crypto";
import type { Upload } from "@/lib/domain/media";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { uploads } from "@/lib/store/uploads";

/** Meta fetches a file when the message is sent, and now and then once more soon after. */
const LIFE_MS = 60 * 60_000;

/** A public link to one upload, good for an hour; null when this installation has no public address (`APP_URL`). */
export function uploadLink(upload: Pick<Upload, "id">, now: number): string | null {
  const { APP_URL } = env();
  const key = linkKeys()[0];
  if (!APP_URL || !key) return null;
  const claim = `${upload.id}.${(now + LIFE_MS).toString(36)}`;
  return new URL(paths.publicMedia(`${claim}.${sign(claim, key)}`), APP_URL).href;
}

/** The upload that a link's token is for; null when it is not ours, over, or its file gone. `now` in epoch ms. */
export async function uploadOfToken(token: string, now: number): Promise<Upload | null> {
  const match = /^([0-9A-Z]{26})\.([0-9a-z]{1,12})\.([\w-]{43})$/.exec(token);
  if (!match) return null;
  const [, id = "", expires = "", signature = ""] = match;
  const isOurs = linkKeys().some((key) => isSame(sign(`${id}.${expires}`, key), signature));
  if (!isOurs || Number.parseInt(expires, 36) <= now) return null;
  return (await uploads().doc(id).get()).data() ?? null;
}

/** The app secrets, the new one first while they are rotated: links live an hour. */
function linkKeys(): string[] {
  const { CREDENTIALS_KEY = [], META_APP_SECRET = [] } = env();
  return [...CREDENTIALS_KEY, ...META_APP_SECRET];
}

const sign = (claim: string, key: string) =>
  createHmac("sha256", key).update(`parley media link ${claim}`).digest("base64url");

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
