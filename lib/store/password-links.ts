import { type FirestoreDataConverter, Timestamp } from "firebase-admin/firestore";
import { z } from "zod";
import { db } from "./firestore";

const PasswordLink = z.object({
  id: z.string(),
  uid: z.string(),
  createdBy: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
});
export type PasswordLink = z.infer<typeof PasswordLink>;

/** `passwordLinks/<sha256 of the token>`: a one-time link to set a password. Used or replaced means deleted. */
export const passwordLinks = () => db().collection("passwordLinks").withConverter(converter);

const converter: FirestoreDataConverter<PasswordLink> = {
  toFirestore: (row) => {
    const { id: _id, ...fields } = row as PasswordLink;
    return { ...fields, expireAt: Timestamp.fromMillis(fields.expiresAt) };
  },
  fromFirestore: (snapshot) => PasswordLink.parse({ ...snapshot.data(), id: snapshot.id }),
};
