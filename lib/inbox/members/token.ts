import { createHash, randomBytes } from "node:crypto";

/** A secret that cannot be guessed: 32 random bytes, base64url (43 characters). */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a token: its SHA-256, hex. The token itself never is. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Whether a string can be one of our tokens; saves a read for anything else. */
export const isTokenShaped = (value: string): boolean => /^[\w-]{43}$/.test(value);
