import type { DocumentReference } from "firebase-admin/firestore";
import { z } from "zod";
import { typedCollection } from "./typed-collection";

const WelcomeCodes = z.object({ id: z.string(), codeHashes: z.array(z.string()), updatedAt: z.number() });
type WelcomeCodes = z.infer<typeof WelcomeCodes>;

/** `settings/welcome`: hashes of the codes with which the first admin is made; gone once there is one. */
export const welcomeCodes = (): DocumentReference<WelcomeCodes> =>
  typedCollection("settings", WelcomeCodes).doc("welcome");
