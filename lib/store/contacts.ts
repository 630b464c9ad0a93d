import type { Query } from "firebase-admin/firestore";
import { Contact } from "@/lib/domain/contact";
import { typedCollection } from "./typed-collection";

export const contacts = () => typedCollection("contacts", Contact);

/** Contacts of which a field begins with something, in the order of that field. */
export const contactsWithPrefix = (
  field: "phone" | "username" | "name" | "bookName.name",
  prefix: string,
  limit: number,
): Query<Contact> => contacts().orderBy(field).startAt(prefix).endAt(`${prefix}\uf8ff`).limit(limit);
