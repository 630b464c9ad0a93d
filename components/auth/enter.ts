import { signInAction } from "@/lib/actions/session";
import type { Failure } from "@/lib/domain/result";
import { failureOf } from "./failure-of";
import type { Signed } from "./firebase-auth";
import { leaveTo } from "./leave-to";

/** Turns a sign-in at Firebase into a session of ours and goes on to `next`. */
export async function enter(signed: Signed, next: string): Promise<Failure | null> {
  if (!signed.ok) return signed.failure;
  const failed = failureOf(await signInAction({ proof: { kind: "id-token", idToken: signed.idToken } }));
  return failed ?? leaveTo(next);
}
