import type { z } from "zod";
import type { Result } from "@/lib/domain/result";
import { type Caller, readCaller } from "@/lib/server/session/caller";
import { safeActionClient } from "./safe-action-client";
import { unwrap } from "./unwrap";

type Options<S extends z.ZodType, T> = {
  input: S;
  run: (input: z.output<S>, caller: Caller) => Promise<Result<T>>;
};

/** A server action for people who are not signed in yet: shape, then `run`. Whoever uses it throttles by `caller`. */
export function definePublicAction<S extends z.ZodType, T>(options: Options<S, T>) {
  return safeActionClient
    .inputSchema(options.input)
    .action(async ({ parsedInput }) =>
      unwrap(await options.run(parsedInput as z.output<S>, await readCaller())),
    );
}
