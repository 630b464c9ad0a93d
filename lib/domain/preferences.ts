import { z } from "zod";
import { languages } from "./language";
import { themes } from "./theme";

/** What a member chose for themselves; null goes with the workspace. */
export const Preferences = z.object({
  language: z.enum(languages).nullable(),
  theme: z.enum(themes).nullable(),
});
export type Preferences = z.infer<typeof Preferences>;
