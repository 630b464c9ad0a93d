import type { z } from "zod";
import { can, type Permission } from "@/lib/domain/permissions";
import { AppError, type Result } from "@/lib/domain/result";
import { currentSession, type MemberActor } from "@/lib/server/session/current";
import { safeActionClient } from "./safe-action-client";
import { unwrap } from "./unwrap";

type Call = { actor: MemberActor; sessionId: string };

type Options<S extends z.ZodType, T> = {
  input: S;
  permission: Permission;
  run: (input: z.output<S>, call: Call) => Promise<Result<T>>;
};

/**
 * A server action for signed-in members: identity from the session, permission, shape, then `run`, always in that
 * order. The browser gets `{ data }`, `{ serverError: { code, message } }` or `{ validationErrors }`.
 */
export function defineAction<S extends z.ZodType, T>(options: Options<S, T>) {
  return safeActionClient
    .use(async ({ next }) => {
      const session = await currentSession();
      if (!session) throw new AppError("not_signed_in", "Sign in first.");
      if (!can(session.actor, options.permission)) {
        throw new AppError("forbidden", `This needs the permission ${options.permission}.`);
      }
      return next({ ctx: { call: { actor: session.actor, sessionId: session.sessionId } } });
    })
    .inputSchema(options.input)
    .action(async ({ parsedInput, ctx }) => unwrap(await options.run(parsedInput as z.output<S>, ctx.call)));
}
