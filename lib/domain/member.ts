import { z } from "zod";
import { languages } from "./language";
import { themes } from "./theme";

export const Role = z.enum(["admin", "agent", "viewer"]);
export type Role = z.infer<typeof Role>;

/** `members/<uid>`: a person who may sign in. Times are epoch milliseconds. */
export const Member = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: Role,
  isActive: z.boolean(),
  /** The only channels an agent or viewer sees; null or unset: all. Admins see all in any case. */
  channelIds: z.array(z.string()).nullish(),
  /** The Firebase Authentication account that is this person; unset until their first sign-in with it. */
  firebaseUid: z.string().nullish(),
  /** Their own choice for the interface; null or unset: the workspace's. */
  language: z.enum(languages).nullish(),
  theme: z.enum(themes).nullish(),
  lastSeenAt: z.number().nullish(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Member = z.infer<typeof Member>;

/** What an API key may be used for: reading, sending, and what only admins do. */
export const ApiScope = z.enum(["read", "send", "admin"]);
export type ApiScope = z.infer<typeof ApiScope>;

/** Where a request came from. An address is told as `clientAddress` gives it; IPv6 as its /64. */
export type RequestOrigin = { address: string; userAgent: string };

/**
 * Who does something: a signed-in member, an integrator's key, or Parley itself. `channelIds`: the only channels it
 * may see; all of them when null or unset. `from`: where the request came from, for the audit log.
 */
export type Actor =
  | {
      kind: "member";
      id: string;
      name: string;
      role: Role;
      channelIds?: readonly string[] | null;
      from?: RequestOrigin;
    }
  | {
      kind: "api";
      id: string;
      name: string;
      scopes: readonly ApiScope[];
      channelIds?: readonly string[] | null;
      from?: RequestOrigin;
    }
  | { kind: "system"; id: "system"; name: "Parley" };
