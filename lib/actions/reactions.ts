"use server";

import { z } from "zod";
import { reactToMessage } from "@/lib/inbox/outbound/react";
import { defineAction } from "@/lib/server/action/define-action";
import { toBrowser } from "@/lib/server/action/to-browser";

const Id = z.string().min(1).max(400);

/** Puts our emoji on a message, or takes it back (null); gives the message as it is then. */
export const reactAction = defineAction({
  input: z.object({ conversationId: Id, messageId: Id, emoji: z.string().min(1).max(40).nullable() }),
  permission: "message.send",
  run: async (input, { actor }) => toBrowser(await reactToMessage({ ...input, actor })),
});
