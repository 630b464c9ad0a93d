import type { Erasure } from "@/lib/domain/erasure";
import type { Actor } from "@/lib/domain/member";

/** Whoever asked for it is who did it, long after their request is over. */
export function actorOf({ requestedBy: { kind, id, name } }: Erasure): Actor {
  if (kind === "member") return { kind, id, name, role: "admin" };
  if (kind === "api") return { kind, id, name, scopes: [] };
  return { kind: "system", id: "system", name: "Parley" };
}
