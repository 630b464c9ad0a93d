import { Member } from "@/lib/domain/member";
import { typedCollection } from "./typed-collection";

export const members = () => typedCollection("members", Member);
