import { z } from "zod";
import { typedCollection } from "./typed-collection";

const Credentials = z.object({ id: z.string(), passwordHash: z.string(), updatedAt: z.number() });
export type Credentials = z.infer<typeof Credentials>;

/** `credentials/<uid>`: a local account's password hash and nothing else. */
export const credentials = () => typedCollection("credentials", Credentials);
