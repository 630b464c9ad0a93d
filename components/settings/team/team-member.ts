import type { Member } from "@/lib/domain/member";

/** A member as the team page shows them. */
export type TeamMember = Pick<Member, "id" | "email" | "name" | "role" | "isActive"> & {
  channelIds: string[] | null;
  /** Epoch ms; null while they have never signed in. */
  lastSeenAt: number | null;
};

/** Pure. */
export function teamMember(member: Member): TeamMember {
  const { id, email, name, role, isActive, channelIds = null, lastSeenAt = null } = member;
  return { id, email, name, role, isActive, channelIds, lastSeenAt };
}

/** Somebody who was invited and has not come yet. */
export const isInvited = ({ isActive, lastSeenAt }: TeamMember) => isActive && lastSeenAt === null;
