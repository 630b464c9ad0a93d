import { ENVIRONMENT_KEY_ID } from "@/lib/domain/api-key-shown";
import type { AuditActorKind } from "@/lib/domain/audit";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { listApiKeys } from "@/lib/inbox/api-keys/list";
import { listMembers } from "@/lib/inbox/members/list-members";
import { systemActor } from "@/lib/inbox/members/system-actor";

export type AuditActor = { kind: AuditActorKind; id: string; name: string };

/** Everybody who may stand in the log: members, those no longer active too, API keys, and Parley. Errors: `forbidden`. */
export async function listAuditActors(actor: Actor): Promise<Result<AuditActor[]>> {
  if (!can(actor, "audit.read")) return fail("forbidden", "Only admins read the audit log.");
  const [members, keys] = await Promise.all([listMembers(actor), listApiKeys(actor)]);
  if (!members.ok) return members;
  if (!keys.ok) return keys;
  return ok([
    ...members.data.map(({ id, name }) => ({ kind: "member" as const, id, name })),
    ...(env().API_KEY ? [{ kind: "api" as const, id: ENVIRONMENT_KEY_ID, name: "API" }] : []),
    ...keys.data.map(({ id, name }) => ({ kind: "api" as const, id, name })),
    { kind: "system", id: systemActor.id, name: systemActor.name },
  ]);
}
