import { z } from "zod";
import { typedCollection } from "./typed-collection";

const ErasedPerson = z.object({
  id: z.string(),
  erasureId: z.string(),
  /** What was heard of them up to here is gone for good. Epoch ms. */
  erasedAt: z.number(),
  /** They wanted no marketing messages then: kept, so that they are not asked again. Epoch ms of their word. */
  optedOutAt: z.number().nullable(),
});
export type ErasedPerson = z.infer<typeof ErasedPerson>;

/** `erasedPeople/<pseudonym of a name>`: that somebody of this name was erased; the name itself is nowhere. */
export const erasedPeople = () => typedCollection("erasedPeople", ErasedPerson);
