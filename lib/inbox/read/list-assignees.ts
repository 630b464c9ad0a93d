import { members } from "@/lib/store/members";

/** The members that a conversation can be assigned to, by name. */
export async function listAssignees(): Promise<{ id: string; name: string }[]> {
  const snapshot = await members().where("isActive", "==", true).get();
  return snapshot.docs
    .map((document) => document.data())
    .filter((member) => member.role !== "viewer")
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
