import type { VersionedConversation } from "@/lib/domain/live-event";
import type { Actor } from "@/lib/domain/member";
import { conversations } from "@/lib/store/conversations";
import { isDocumentId } from "@/lib/store/document-id";
import { versionOf } from "@/lib/store/typed-collection";
import { canSee } from "./can-see";

/** One conversation, or null when there is none that this actor may see. A merged one says so in `mergedInto`. */
export async function readConversation(actor: Actor, id: string): Promise<VersionedConversation | null> {
  if (!isDocumentId(id)) return null;
  const snapshot = await conversations().doc(id).get();
  const data = snapshot.data();
  if (!data || !canSee(actor, data)) return null;
  return { ...data, version: versionOf(snapshot) };
}
