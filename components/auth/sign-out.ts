import { signOutAction } from "@/lib/actions/session";
import { paths } from "@/lib/paths";
import { leaveTo } from "./leave-to";

/** Signs this browser out and leaves for the sign-in page. */
export async function signOut(): Promise<void> {
  await signOutAction();
  await leaveTo(paths.signIn());
}
