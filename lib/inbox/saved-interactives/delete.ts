import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { savedInteractives } from "@/lib/store/saved-interactives";

/** Deletes a saved message; fine when it is gone. Errors: `forbidden`. */
export async function deleteInteractive({ actor, id }: { actor: Actor; id: string }): Promise<Result<null>> {
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send messages");
  await savedInteractives().doc(id).delete();
  return ok(null);
}
