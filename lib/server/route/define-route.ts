import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { can, type Permission } from "@/lib/domain/permissions";
import type { Result } from "@/lib/domain/result";
import { currentSession, type MemberActor } from "@/lib/server/session/current";
import { isSameOrigin } from "./is-same-origin";
import { problem } from "./problem";
import { toFailure } from "./to-failure";

type Shape = z.ZodObject;
const nothing = z.object({});

type Options<P extends Shape, Q extends Shape> = {
  permission: Permission;
  /** For anything that changes something: other sites may not make the browser call it. */
  isWrite?: boolean;
  params?: P;
  query?: Q;
  run: (call: {
    actor: MemberActor;
    sessionId: string;
    params: z.output<P>;
    query: z.output<Q>;
    request: Request;
  }) => Promise<Response | Result<unknown>>;
};

type Context = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * A route for signed-in members: origin (of writes), session, permission, shape, then `run`, always in that order.
 * `run` gives a Response, or a Result that becomes JSON or a problem document.
 */
export function defineRoute<P extends Shape = typeof nothing, Q extends Shape = typeof nothing>(
  options: Options<P, Q>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      return await answer(options, request, context);
    } catch (error) {
      unstable_rethrow(error);
      return problem(toFailure(error, `${request.method} ${new URL(request.url).pathname}`));
    }
  };
}

async function answer<P extends Shape, Q extends Shape>(
  options: Options<P, Q>,
  request: Request,
  context: Context,
): Promise<Response> {
  if (options.isWrite && !isSameOrigin(request.headers)) {
    return problem({ code: "forbidden", message: "Another site may not do this." });
  }
  const session = await currentSession();
  if (!session) return problem({ code: "not_signed_in", message: "Sign in first." });
  const { actor, sessionId } = session;
  if (!can(actor, options.permission)) {
    return problem({ code: "forbidden", message: `This needs the permission ${options.permission}.` });
  }
  const params = (options.params ?? nothing).safeParse((await context?.params) ?? {});
  if (!params.success) return problem({ code: "not_found", message: "There is nothing at this address." });
  const query = (options.query ?? nothing).safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return problem({ code: "bad_request", message: z.prettifyError(query.error) });

  const outcome = await options.run({
    actor,
    sessionId,
    params: params.data as z.output<P>,
    query: query.data as z.output<Q>,
    request,
  });
  if (outcome instanceof Response) return outcome;
  if (!outcome.ok) return problem(outcome.error);
  return Response.json(outcome.data, { headers: { "Cache-Control": "private, no-store" } });
}
