import { Contact } from "@/lib/domain/contact";
import { typedCollection } from "./typed-collection";

export const contacts = () => typedCollection("contacts", Contact);
