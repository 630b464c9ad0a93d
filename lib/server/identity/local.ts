import { fail, ok } from "@/lib/domain/result";
import { checkPassword } from "@/lib/inbox/members/check-password";
import { makePasswordToken } from "@/lib/inbox/members/make-password-token";
import { hashPassword } from "@/lib/inbox/members/password-hash";
import { verifyPassword } from "@/lib/inbox/members/verify-password";
import { paths } from "@/lib/paths";
import type { IdentityProvider } from "./provider";

/** Accounts of our own: email and password, hashed with argon2id. */
export const localProvider: IdentityProvider = {
  kind: "local",
  async identify(proof, caller) {
    if (proof.kind !== "password") return fail("bad_request", "Accounts here have a password.");
    return verifyPassword({ ...proof, from: caller });
  },
  async newcomer(proof) {
    if (proof.kind !== "password") return fail("bad_request", "Accounts here have a password.");
    const { email, password } = proof;
    const strength = checkPassword(password, email);
    if (!strength.ok) return strength;
    return ok({ email, passwordHash: await hashPassword(password), firebaseUid: null });
  },
  async invite(actor, member) {
    const link = await localProvider.makePasswordLink(actor, member);
    return link.ok ? ok({ kind: "link", link: link.data, isMailRefused: false }) : link;
  },
  async makePasswordLink(actor, member) {
    const token = await makePasswordToken(actor, member.id);
    return token.ok ? ok(paths.resetPassword(token.data)) : token;
  },
};
