import { runJobRequest } from "@/lib/server/job-route";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

export async function POST(
  request: Request,
  context: { params: Promise<{ name: string }> },
): Promise<Response> {
  return runJobRequest(request, (await context.params).name);
}
