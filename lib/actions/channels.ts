"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { ChannelName, ConnectForm, NewSecret } from "@/lib/domain/channel-form";
import { addAppSecret } from "@/lib/inbox/channels/add-app-secret";
import { connectChannel } from "@/lib/inbox/channels/connect";
import { disconnectChannel } from "@/lib/inbox/channels/disconnect";
import { removeAppSecret } from "@/lib/inbox/channels/remove-app-secret";
import { renameChannel } from "@/lib/inbox/channels/rename";
import { replaceToken } from "@/lib/inbox/channels/replace-token";
import { returnToEnvironment } from "@/lib/inbox/channels/return-to-environment";
import { subscribeChannel } from "@/lib/inbox/channels/subscribe";
import { testConnection, testTyped } from "@/lib/inbox/channels/test-connection";
import { checkChannel } from "@/lib/inbox/outbound/check-channels";
import { sweepOutbox } from "@/lib/inbox/outbound/deliver";
import { paths } from "@/lib/paths";
import { defineAction } from "@/lib/server/action/define-action";
import { runAfterResponse } from "@/lib/server/background";

const ChannelId = z.object({ channelId: z.string().min(1).max(200) });
const permission = "channel.manage";

/** Asks Meta whether a paused channel's token works again; its queue goes on when it does. */
export const checkChannelAction = defineAction({
  input: ChannelId,
  permission,
  run: async (input, { actor }) => {
    const checked = await checkChannel({ ...input, actor });
    if (checked.ok) runAfterResponse(() => sweepOutbox());
    return checked;
  },
});

/** Asks Meta about a number or account that is not connected yet; keeps nothing. */
export const testTypedChannelAction = defineAction({
  input: ConnectForm,
  permission,
  run: (input, { actor }) => testTyped(actor, input),
});

/** Connects a number or an account. The page is read anew when the last step is done. */
export const connectChannelAction = defineAction({
  input: ConnectForm,
  permission,
  run: (input, { actor }) => connectChannel(actor, input),
});

/** Asks Meta how a connected channel does: its name, its limits, its templates, and which apps get its webhooks. */
export const testChannelAction = defineAction({
  input: ChannelId,
  permission,
  run: (input, { actor }) => testConnection(actor, input),
});

/** Has Meta send a channel's webhooks to this app. */
export const subscribeChannelAction = defineAction({
  input: ChannelId,
  permission,
  run: (input, { actor }) => subscribeChannel(actor, input),
});

export const replaceTokenAction = defineAction({
  input: NewSecret,
  permission,
  run: async (input, { actor }) => {
    const done = await replaceToken(actor, input);
    if (done.ok) {
      runAfterResponse(() => sweepOutbox());
      revalidatePath(paths.settings.channels());
    }
    return done;
  },
});

export const addAppSecretAction = defineAction({
  input: NewSecret,
  permission,
  run: async (input, { actor }) => {
    const done = await addAppSecret(actor, input);
    if (done.ok) revalidatePath(paths.settings.channels());
    return done;
  },
});

export const removeAppSecretAction = defineAction({
  input: ChannelId.extend({ id: z.string().max(64) }),
  permission,
  run: async (input, { actor }) => {
    const done = await removeAppSecret(actor, input);
    if (done.ok) revalidatePath(paths.settings.channels());
    return done;
  },
});

export const renameChannelAction = defineAction({
  input: ChannelId.extend({ name: ChannelName }),
  permission,
  run: async (input, { actor }) => {
    const done = await renameChannel(actor, input);
    if (done.ok) revalidatePath(paths.settings.channels());
    return done;
  },
});

/** Ends sending and receiving; the history stays. */
export const disconnectChannelAction = defineAction({
  input: ChannelId,
  permission,
  run: async (input, { actor }) => {
    const done = await disconnectChannel(actor, input);
    if (done.ok) revalidatePath(paths.settings.channels());
    return done;
  },
});

/** Uses what the environment has for a channel again, in place of what was entered. */
export const returnToEnvironmentAction = defineAction({
  input: ChannelId,
  permission,
  run: async (input, { actor }) => {
    const done = await returnToEnvironment(actor, input);
    if (done.ok) {
      runAfterResponse(() => sweepOutbox());
      revalidatePath(paths.settings.channels());
    }
    return done;
  },
});
