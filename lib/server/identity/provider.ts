import { z } from "zod";
import type { Actor, Member } from "@/lib/domain/member";
import type { Result } from "@/lib/domain/result";
import type { IdentityProviderKind } from "@/lib/domain/session";
import { env } from "@/lib/env";
import type { Newcomer } from "@/lib/inbox/members/make-first-admin";
import type { Caller } from "@/lib/server/session/caller";
import { localProvider } from "./local";

/** What a browser sends to prove who somebody is. */
export const Proof = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("password"), email: z.email().max(320), password: z.string().min(1).max(1000) }),
  z.object({ kind: z.literal("id-token"), idToken: z.string().min(1).max(10_000) }),
]);
export type Proof = z.infer<typeof Proof>;

/** How an invitation went out. `isMailRefused`: a mail was tried, and the provider would not send it. */
export type Invitation = { kind: "mailed" } | { kind: "link"; link: string; isMailRefused: boolean };

/** Proves who someone is; the session that follows is ours. */
export interface IdentityProvider {
  readonly kind: IdentityProviderKind;
  /** The active member that a proof is about. Throttles by itself. */
  identify(proof: Proof, caller: Caller): Promise<Result<Member>>;
  /** Somebody whom no member is yet, by what they will sign in with from now on. Whoever calls throttles. */
  newcomer(proof: Proof): Promise<Result<Newcomer>>;
  /** Lets an invited member know how to get in: by mail, or with a link for whoever invites to pass on. */
  invite(actor: Actor, member: Member): Promise<Result<Invitation>>;
  /** A one-time link with which a member sets a password: a path of this site, or an address elsewhere. */
  makePasswordLink(actor: Actor, member: Member): Promise<Result<string>>;
}

/** Firebase when this deployment has a Firebase web key, else local accounts. */
export function identityKind(): IdentityProviderKind {
  return env().NEXT_PUBLIC_FIREBASE_API_KEY ? "firebase" : "local";
}

export async function identityProvider(): Promise<IdentityProvider> {
  if (identityKind() === "local") return localProvider;
  return (await import("./firebase")).firebaseProvider;
}
