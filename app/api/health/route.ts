import { checkHealth } from "@/lib/server/health";

export const dynamic = "force-dynamic";

/** 200 when this process can serve, 503 with the failing part when not. Needs no key and tells nothing else. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
