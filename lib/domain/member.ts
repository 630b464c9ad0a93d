import { z } from "zod";

export const Role = z.enum(["admin", "agent", "viewer"]);
export type Role = z.infer<typeof Role>;

/** `members/<uid>`: a person who may sign in. Times are epoch milliseconds. */
export const Member = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: Role,
  isActive: z.boolean(),
  /** The Firebase Authentication account that is this person; unset until their first sign-in with it. */
  firebaseUid: z.string().nullish(),
  lastSeenAt: z.number().nullish(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Member = z.infer<typeof Member>;

/** Who does something: a signed-in member, an integrator's key, or Parley itself. */
export type Actor =
  | { kind: "member"; id: string; name: string; role: Role }
  | { kind: "api"; id: string; name: string }
  | { kind: "system"; id: "system"; name: "Parley" };
