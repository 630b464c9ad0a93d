import { randomBytes } from "node:crypto";
import type { Micros } from "../storage/storage.ts";

const length = 16;

/**
 * Where a client's state of a target stands: a version of the data, and the run of the store that said so. Another run has
 * not seen what came in between, so its tokens mean nothing here.
 */
export class ResumeTokens {
  readonly #incarnation = randomBytes(8);

  write(version: Micros): Uint8Array {
    const token = Buffer.alloc(length);
    this.#incarnation.copy(token);
    token.writeDoubleBE(version, 8);
    return token;
  }

  /** The version, or null for a token of another run or of nobody. */
  read(token: Uint8Array): Micros | null {
    if (token.length !== length) return null;
    const bytes = Buffer.from(token.buffer, token.byteOffset, length);
    return bytes.subarray(0, 8).equals(this.#incarnation) ? bytes.readDoubleBE(8) : null;
  }
}
