import { signOutAction } from "@/lib/actions/session";
import { paths } from "@/lib/paths";
import { leaveTo } from "./leave-to";

/** Signs this browser out and leaves for the sign-in page. Drafts and unsent texts do not stay for the next person. */
export async function signOut(): Promise<void> {
  await signOutAction();
  forgetTexts();
  await leaveTo(paths.signIn());
}

function forgetTexts(): void {
  const ours = Object.keys(localStorage).filter(
    (key) => key.startsWith("parley.unsent.") || key.startsWith("parley:draft:"),
  );
  for (const key of ours) localStorage.removeItem(key);
}
