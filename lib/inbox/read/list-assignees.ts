import type { Actor } from "@/lib/domain/member";
import { can, mayReach, reachOf } from "@/lib/domain/permissions";
import { members } from "@/lib/store/members";

/** `channelIds`: on which of the asking actor's channels they can be assigned; null: on all of them. */
export type Assignee = { id: string; name: string; channelIds: string[] | null };

/** The members that a conversation can be assigned to, by name. */
export async function listAssignees(actor: Actor): Promise<Assignee[]> {
  if (!can(actor, "member.read")) return [];
  const snapshot = await members().where("isActive", "==", true).get();
  return snapshot.docs
    .map((document) => document.data())
    .filter((member) => member.role !== "viewer")
    .map(({ id, name, role, channelIds }) => {
      const reach = reachOf({ kind: "member", id, name, role, channelIds: channelIds ?? null });
      return { id, name, channelIds: reach?.filter((channelId) => mayReach(actor, channelId)) ?? null };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
