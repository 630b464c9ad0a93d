import { z } from "zod";

/** A secret as the store keeps it: AES-256-GCM, openable only with the key it names and only for the place it was sealed for. */
export const Sealed = z.object({
  /** base64url of the 12-byte iv, the 16-byte tag and the ciphertext. */
  box: z.string(),
  /** Which key: a short digest of a key of `CREDENTIALS_KEY`, or the name of a Cloud KMS key. */
  key: z.string(),
  /** Cloud KMS only: the data key, wrapped, in base64. */
  wrapped: z.string().nullish(),
  /** The last four characters of a secret of twelve or more, for people to tell secrets apart. */
  hint: z.string().nullable(),
  at: z.number(),
});
export type Sealed = z.infer<typeof Sealed>;
