import type { ApiScope } from "@/lib/domain/member";
import { paths } from "@/lib/paths";

/** A first request that a key with these scopes may make, for a shell. Pure. */
export function curlExample(made: { key: string; scopes: readonly ApiScope[] }, appUrl: string): string {
  return `curl -H "Authorization: Bearer ${made.key}" \\\n  ${new URL(pathFor(made.scopes), appUrl)}`;
}

function pathFor(scopes: readonly ApiScope[]): string {
  if (scopes.includes("read")) return paths.v1.conversations();
  return scopes.includes("send") ? paths.v1.templates() : paths.v1.status();
}
