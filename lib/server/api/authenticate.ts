import { createHash, timingSafeEqual } from "node:crypto";
import type { Actor } from "@/lib/domain/member";
import { env } from "@/lib/env";

const digest = (value: string) => createHash("sha256").update(value).digest();

/** Who an `Authorization: Bearer <API key>` stands for; null when it is missing or wrong. Compares in constant time. */
export function authenticateApiKey(request: Request): Extract<Actor, { kind: "api" }> | null {
  const [scheme, key] = (request.headers.get("authorization") ?? "").split(" ");
  const expected = env().API_KEY;
  if (!expected || scheme?.toLowerCase() !== "bearer" || !key) return null;
  if (!timingSafeEqual(digest(key), digest(expected))) return null;
  return { kind: "api", id: "env", name: "API", scopes: ["read", "send", "admin"] };
}
