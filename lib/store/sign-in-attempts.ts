import { type FirestoreDataConverter, Timestamp } from "firebase-admin/firestore";
import { z } from "zod";
import { db } from "./firestore";

const SignInAttempts = z.object({
  id: z.string(),
  failures: z.number(),
  lastAt: z.number(),
  blockedUntil: z.number(),
});
export type SignInAttempts = z.infer<typeof SignInAttempts>;

const KEEP_MS = 24 * 60 * 60 * 1000;

/** `signInAttempts/<hash of account or address>`: in the store, so that every instance counts the same. */
export const signInAttempts = () => db().collection("signInAttempts").withConverter(converter);

const converter: FirestoreDataConverter<SignInAttempts> = {
  toFirestore: (row) => {
    const { id: _id, ...fields } = row as SignInAttempts;
    return { ...fields, expireAt: Timestamp.fromMillis(fields.lastAt + KEEP_MS) };
  },
  fromFirestore: (snapshot) => SignInAttempts.parse({ ...snapshot.data(), id: snapshot.id }),
};
