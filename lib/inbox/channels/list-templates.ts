import type { z } from "zod";
import { channelClient } from "@/lib/channels/client";
import type { ApiTemplate } from "@/lib/domain/api/status";
import type { Actor } from "@/lib/domain/member";
import { mayReach } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { channels } from "@/lib/store/channels";
import { isDocumentId } from "@/lib/store/document-id";
import { credentialsOf } from "./credentials";

type Template = z.infer<typeof ApiTemplate>;

/**
 * One page of a WhatsApp number's templates, asked of Meta. The cursor is Meta's own.
 * `not_found` for an unknown channel, `channel_disconnected` without a token, `provider_rejected` when Meta refuses.
 */
export async function listChannelTemplates({
  actor,
  channelId,
  limit,
  cursor,
}: {
  actor: Actor;
  channelId: string;
  limit: number;
  cursor: string | null;
}): Promise<Result<{ data: Template[]; nextCursor: string | null }>> {
  const channel = isDocumentId(channelId) ? (await channels().doc(channelId).get()).data() : undefined;
  if (channel?.type !== "whatsapp" || !mayReach(actor, channelId))
    return fail("not_found", "There is no WhatsApp channel with this id.");
  const credentials = await credentialsOf(channel);
  if (!credentials) return fail("channel_disconnected", "This channel has no access token.");
  const page = await channelClient(credentials).listTemplates({ limit, after: cursor });
  if (!page.ok) {
    const { code, message } = page.failure;
    return fail("provider_rejected", `Meta did not give the templates: ${message}`, { code });
  }
  return ok({
    data: page.data.items.map((template) => ({ ...template, channelId })),
    nextCursor: page.data.nextCursor,
  });
}
