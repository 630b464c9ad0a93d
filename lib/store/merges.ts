import { z } from "zod";
import { typedCollection } from "./typed-collection";

const MergeTask = z.object({ id: z.string(), createdAt: z.number() });
export type MergeTask = z.infer<typeof MergeTask>;

/** `merges/<contact id>`: a contact that became part of another, whose threads are still to be moved there. */
export const merges = () => typedCollection("merges", MergeTask);
