"use server";

import { z } from "zod";
import { checkChannel } from "@/lib/inbox/outbound/check-channels";
import { sweepOutbox } from "@/lib/inbox/outbound/deliver";
import { defineAction } from "@/lib/server/action/define-action";
import { runAfterResponse } from "@/lib/server/background";

/** Asks Meta whether a paused channel's token works again; its queue goes on when it does. */
export const checkChannelAction = defineAction({
  input: z.object({ channelId: z.string().min(1).max(200) }),
  permission: "channel.manage",
  run: async (input, { actor }) => {
    const checked = await checkChannel({ ...input, actor });
    if (checked.ok) runAfterResponse(() => sweepOutbox());
    return checked;
  },
});
