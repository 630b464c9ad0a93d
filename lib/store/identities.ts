import { z } from "zod";
import { typedCollection } from "./typed-collection";

const IdentityRow = z.object({ id: z.string(), contactId: z.string(), createdAt: z.number() });
export type IdentityRow = z.infer<typeof IdentityRow>;

/** `identities/<kind:value>` → contact id: the unique index of people. Ids come from `identityKey`. */
export const identities = () => typedCollection("identities", IdentityRow);
