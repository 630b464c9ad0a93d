import { parseArgs } from "node:util";
import { z } from "zod";
import type { Member } from "@/lib/domain/member";
import type { Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { changeRole } from "@/lib/inbox/members/change-role";
import { checkPassword } from "@/lib/inbox/members/check-password";
import { createMember } from "@/lib/inbox/members/create-member";
import { findMemberByEmail } from "@/lib/inbox/members/find-member";
import { reactivateMember } from "@/lib/inbox/members/reactivate-member";
import { setPassword } from "@/lib/inbox/members/set-password";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { identityKind, identityProvider } from "@/lib/server/identity/provider";
import { db } from "@/lib/store/firestore";
import { reachStore } from "./start/reach-store";

const USAGE = "npm run create-admin -- <email> [--name <name>] [--password-stdin]";

/**
 * Makes someone an admin who can sign in: the first one, or one who lost their way in. Prints a one-time link to set
 * a password, or with --password-stdin takes the password from standard input (local accounts only). With PARLEY_DATA
 * it works beside a running server and without one.
 */
async function main(): Promise<void> {
  const { email, name, takesPassword } = readArguments();
  const password = takesPassword ? await readPassword(email) : null;
  const admin = await makeAdmin(email, name);
  if (password) {
    need(
      await setPassword({
        actor: systemActor,
        how: "password_set",
        uid: admin.id,
        password,
        now: Date.now(),
      }),
    );
    console.log(`${admin.email} is an admin and can sign in with this password.`);
    return;
  }
  const provider = await identityProvider();
  const link = need(await provider.makePasswordLink(systemActor, admin));
  console.log(`${admin.email} is an admin. To choose a password, open this link once:`);
  console.log(new URL(link, env().APP_URL ?? "http://localhost:3000").href);
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { name: { type: "string" }, "password-stdin": { type: "boolean", default: false } },
  });
  const email = z.email().safeParse(positionals[0]);
  if (!email.success || positionals.length > 1) throw new Error(`Usage: ${USAGE}`);
  const takesPassword = values["password-stdin"];
  if (takesPassword && identityKind() !== "local") {
    throw new Error("Firebase keeps the passwords here: leave --password-stdin out and use the link.");
  }
  return { email: email.data, name: values.name ?? email.data.split("@")[0] ?? email.data, takesPassword };
}

async function makeAdmin(email: string, name: string): Promise<Member> {
  const known = await findMemberByEmail(email);
  if (!known) return need(await createMember(systemActor, { email, name, role: "admin" }));
  need(await reactivateMember(systemActor, { uid: known.id }));
  return need(await changeRole(systemActor, { uid: known.id, role: "admin" }));
}

async function readPassword(email: string): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) text += chunk;
  return need(checkPassword(text.replace(/\r?\n$/, ""), email));
}

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.data;
}

let leaveStore: (() => Promise<void>) | null = null;
try {
  leaveStore = await reachStore();
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await db().terminate();
  await leaveStore?.();
}
