import type { Message } from "@/lib/domain/message";
import { browserMessage } from "@/lib/domain/public-message";
import { ok, type Result } from "@/lib/domain/result";

/** The message that an action answers with, as a browser may have it. */
export function toBrowser<T extends Message>(result: Result<T>): Result<T> {
  return result.ok ? ok(browserMessage(result.data)) : result;
}
