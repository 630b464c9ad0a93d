import { createHash, randomInt } from "node:crypto";

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 12;
/** 62^33 is 196 bits. */
const SECRET_LENGTH = 33;
const CHECK_LENGTH = 6;
const pattern = new RegExp(
  `^parley_([0-9A-Za-z]{${ID_LENGTH}})_[0-9A-Za-z]{${SECRET_LENGTH}}([0-9A-Za-z]{${CHECK_LENGTH}})$`,
);

/**
 * A new key: `parley_<id>_<33 random characters><6 check characters>`. One word to a double click, and a secret
 * scanner can tell a key from something that looks like one without asking anybody.
 */
export function newApiKeyText(): { id: string; key: string } {
  const id = random(ID_LENGTH);
  return { id, key: apiKeyText(id, random(SECRET_LENGTH)) };
}

/** The key of an id and a secret, with its check. Pure. */
export function apiKeyText(id: string, secret: string): string {
  const start = `parley_${id}_${secret}`;
  return start + checkOf(start);
}

/** The id in a key; null when it is not of our form, or mistyped. Pure. */
export function apiKeyIdOf(key: string): string | null {
  const [, id, check] = pattern.exec(key) ?? [];
  return id && check === checkOf(key.slice(0, -CHECK_LENGTH)) ? id : null;
}

/** What is kept of a key: its SHA-256, hex. Pure. */
export const hashOfApiKey = (key: string): string => createHash("sha256").update(key).digest("hex");

const random = (length: number): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join("");

/** A checksum, not a secret: it catches typing errors and look-alikes. */
function checkOf(start: string): string {
  let rest = createHash("sha256").update(start).digest().readUIntBE(0, 5);
  let check = "";
  for (let at = 0; at < CHECK_LENGTH; at += 1) {
    check += letters[rest % letters.length];
    rest = Math.floor(rest / letters.length);
  }
  return check;
}
