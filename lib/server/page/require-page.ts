import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { can, type Permission } from "@/lib/domain/permissions";
import { paths } from "@/lib/paths";
import { type CurrentSession, currentSession } from "@/lib/server/session/current";
import { PATH_HEADER } from "./path-header";
import { safeNextPath } from "./safe-next-path";

/**
 * Guards a page: a member who is signed in and may `permission`, or a redirect to sign-in that comes back here,
 * or the forbidden page (403).
 */
export async function requirePage(permission: Permission): Promise<CurrentSession> {
  const session = await currentSession();
  if (!session) {
    const here = safeNextPath((await headers()).get(PATH_HEADER));
    redirect(paths.signIn(here === paths.home() ? null : here));
  }
  if (!can(session.actor, permission)) forbidden();
  return session;
}
