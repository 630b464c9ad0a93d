import type { Actor, Member, RequestOrigin } from "@/lib/domain/member";

/** A member as who does something, from where. Pure. */
export function memberActor(member: Member, from: RequestOrigin): Extract<Actor, { kind: "member" }> {
  const { id, name, role, channelIds = null } = member;
  return { kind: "member", id, name, role, channelIds, from };
}
