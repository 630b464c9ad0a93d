import { isSameSecret } from "@/lib/channels/signature";
import { env } from "@/lib/env";
import { isJobName, runJob } from "@/lib/inbox/jobs/run-job";
import { log } from "@/lib/log";

/**
 * Runs a job for a scheduler outside, where no process stays to run it by itself: `Authorization: Bearer
 * <JOBS_SECRET>`. Without a configured secret there is nothing here.
 */
export async function runJobRequest(request: Request, name: string): Promise<Response> {
  const secret = env().JOBS_SECRET;
  if (!secret) return Response.json({ code: "not_found" }, { status: 404 });
  const given = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  if (!isSameSecret(given, secret)) return Response.json({ code: "not_signed_in" }, { status: 401 });
  if (!isJobName(name)) return Response.json({ code: "not_found" }, { status: 404 });
  try {
    const result = await runJob(name);
    if (result.ok) return Response.json(result.data);
    return Response.json({ code: result.error.code }, { status: 503 });
  } catch (error) {
    log.error({ err: error, job: name }, "A job failed");
    return Response.json({ code: "unavailable" }, { status: 503 });
  }
}
