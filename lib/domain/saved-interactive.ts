import { z } from "zod";
import { ChannelType } from "./channel";
import { Interactive } from "./interactive";

/** `savedInteractives/<ulid>`: a message with something to tap that the team sends again and again. Time in epoch ms. */
export const SavedInteractive = z.object({
  id: z.string(),
  channel: ChannelType,
  name: z.string(),
  interactive: Interactive,
  createdBy: z.string(),
  createdAt: z.number(),
});
export type SavedInteractive = z.infer<typeof SavedInteractive>;
