import type { Actor } from "@/lib/domain/member";
import { can, mayReach } from "@/lib/domain/permissions";
import { fail, type Result } from "@/lib/domain/result";
import { listTemplates, type TemplateList } from "./list";

/** Reads a channel's templates anew because somebody asks. Errors: `forbidden`, `not_found`. */
export async function refreshTemplates(input: {
  actor: Actor;
  channelId: string;
  now?: number;
}): Promise<Result<TemplateList>> {
  const { actor, channelId, now } = input;
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send messages");
  if (!mayReach(actor, channelId)) return fail("not_found", "There is no WhatsApp channel with this id");
  return listTemplates({ actor, channelId, isForced: true, now });
}
