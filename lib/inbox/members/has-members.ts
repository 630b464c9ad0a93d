import { members } from "@/lib/store/members";

/** Whether anybody has an account here yet, signed in or not. */
export async function hasMembers(): Promise<boolean> {
  return !(await members().limit(1).get()).empty;
}
