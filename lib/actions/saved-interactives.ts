"use server";

import { z } from "zod";
import { ChannelType } from "@/lib/domain/channel";
import { Interactive } from "@/lib/domain/interactive";
import { ok } from "@/lib/domain/result";
import { deleteInteractive } from "@/lib/inbox/saved-interactives/delete";
import { listInteractives } from "@/lib/inbox/saved-interactives/list";
import { saveInteractive } from "@/lib/inbox/saved-interactives/save";
import { defineAction } from "@/lib/server/action/define-action";

/** The team's saved messages of a channel type. */
export const listInteractivesAction = defineAction({
  input: z.object({ channel: ChannelType }),
  permission: "message.send",
  run: async ({ channel }, { actor }) => ok(await listInteractives(actor, channel)),
});

/** Keeps a message with something to tap under a name. */
export const saveInteractiveAction = defineAction({
  input: z.object({ channel: ChannelType, name: z.string().min(1).max(80), interactive: Interactive }),
  permission: "message.send",
  run: (input, { actor }) => saveInteractive({ ...input, actor }),
});

/** Deletes a saved message. */
export const deleteInteractiveAction = defineAction({
  input: z.object({ id: z.ulid() }),
  permission: "message.send",
  run: ({ id }, { actor }) => deleteInteractive({ actor, id }),
});
