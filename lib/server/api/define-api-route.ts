import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Endpoint } from "@/lib/domain/api/endpoints";
import { can, scopesFor } from "@/lib/domain/permissions";
import type { Failure, Result } from "@/lib/domain/result";
import { log } from "@/lib/log";
import { problem } from "@/lib/server/route/problem";
import { type ApiActor, authenticateApiKey } from "./authenticate";
import { takeRequest } from "./rate-limit";
import { readJsonBody } from "./read-json-body";

type Input<E extends Endpoint> = {
  actor: ApiActor;
  params: z.output<E["params"]>;
  query: z.output<E["query"]>;
  body: z.output<E["body"]>;
  request: Request;
};

type Context = { params: Promise<Record<string, string>> };

/**
 * A route of the HTTP API: key, rate limit, permission, shape, then `run`, always in that order.
 * `run` answers with what `endpoint.response` describes, or with a Failure, which becomes a problem document; a file endpoint with a Response.
 */
export function defineApiRoute<E extends Endpoint>(
  endpoint: E,
  run: (input: Input<E>) => Promise<Result<z.input<E["response"]>> | Response>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    const authenticated = await authenticateApiKey(request).catch((error) => toFailed(error, endpoint));
    if (authenticated instanceof Response) return authenticated;
    if (!authenticated.ok) return problem(authenticated.error);
    const actor = authenticated.data;
    const retryAfterSeconds = await takeRequest(actor.id);
    if (retryAfterSeconds !== null) {
      const answer = problem({
        code: "rate_limited",
        message: `Too many requests. Come back in ${retryAfterSeconds} s.`,
      });
      answer.headers.set("Retry-After", String(retryAfterSeconds));
      return answer;
    }
    if (!can(actor, endpoint.permission)) return problem(missingScope(endpoint));
    try {
      return await answerTo(endpoint, run, { actor, request, params: (await context?.params) ?? {} });
    } catch (error) {
      return toFailed(error, endpoint);
    }
  };
}

function missingScope({ permission }: Endpoint): Failure {
  const requiredScopes = scopesFor(permission);
  return {
    code: "forbidden",
    message: `This key lacks the scope ${requiredScopes.map((scope) => `"${scope}"`).join(" or ")}.`,
    details: { requiredScopes },
  };
}

function toFailed(error: unknown, { path }: Endpoint): Response {
  const id = randomUUID();
  log.error({ err: error, errorId: id, operation: path }, "api request failed");
  return problem({
    code: "internal",
    message: `Something went wrong on our side. Tell support this id: ${id}`,
  });
}

async function answerTo<E extends Endpoint>(
  endpoint: E,
  run: (input: Input<E>) => Promise<Result<z.input<E["response"]>> | Response>,
  { actor, request, params }: { actor: Input<E>["actor"]; request: Request; params: Record<string, string> },
): Promise<Response> {
  const body =
    endpoint.method === "post" && !endpoint.takesFile
      ? await readJsonBody(request)
      : { ok: true as const, data: {} };
  if (!body.ok) return problem(body.error);
  const parts = {
    params: endpoint.params.safeParse(params),
    query: endpoint.query.safeParse(Object.fromEntries(new URL(request.url).searchParams)),
    body: endpoint.body.safeParse(body.data),
  };
  const errors = Object.entries(parts).flatMap(([part, parsed]) =>
    parsed.success
      ? []
      : parsed.error.issues.map((issue) => ({
          path: [part, ...issue.path].join("."),
          message: issue.message,
        })),
  );
  if (errors.length > 0) {
    return problem(
      { code: "bad_request", message: "The request has the wrong shape.", details: { errors } },
      422,
    );
  }
  const result = await run({
    actor,
    request,
    params: parts.params.data as Input<E>["params"],
    query: parts.query.data as Input<E>["query"],
    body: parts.body.data as Input<E>["body"],
  });
  if (result instanceof Response) return result;
  if (!result.ok) return problem(result.error);
  return Response.json(result.data, { status: endpoint.status, headers: { "Cache-Control": "no-store" } });
}
