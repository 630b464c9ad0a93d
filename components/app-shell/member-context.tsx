"use client";
import { createContext, type ReactNode, use } from "react";
import type { Role } from "@/lib/domain/member";
import { can, type Permission } from "@/lib/domain/permissions";

export type ShellMember = { id: string; name: string; role: Role };

const MemberContext = createContext<ShellMember | null>(null);

export function MemberProvider({ member, children }: { member: ShellMember; children: ReactNode }) {
  return <MemberContext value={member}>{children}</MemberContext>;
}

/** Who is signed in. */
export function useMember(): ShellMember {
  const member = use(MemberContext);
  if (!member) throw new Error("MemberProvider is missing above this component.");
  return member;
}

/** Whether the person at the screen may do something; the server asks the same question again. */
export function useCan(permission: Permission): boolean {
  return can({ kind: "member", ...useMember() }, permission);
}
