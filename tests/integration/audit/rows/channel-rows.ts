import {
  addAppSecretAction,
  disconnectChannelAction,
  removeAppSecretAction,
  renameChannelAction,
  returnToEnvironmentAction,
} from "@/lib/actions/channels";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { listManagedChannels } from "@/lib/inbox/read/list-managed-channels";
import { channels } from "@/lib/store/channels";
import { setEnv } from "../../outbound/stand-in";
import { withSecrets } from "../../support/sealed-channel";
import { ids, whatsappChannel } from "../../support/world";
import type { Rows } from "./row";

const connect = "tests/integration/channels/connect.test.ts";
const change = "tests/integration/channels/change-channel.test.ts";

/** A number that was connected in the settings. */
async function ofSettings(providerId: string): Promise<string> {
  setEnv({ CREDENTIALS_KEY: Buffer.alloc(32, 7).toString("base64") });
  const channel = whatsappChannel({ id: `wa_${providerId}`, providerId, name: "Front desk" });
  const secrets = { token: "test-whatsapp-token", appSecrets: ["first", "second"] };
  await channels()
    .doc(channel.id)
    .set(await withSecrets(channel, secrets));
  return channel.id;
}

/** What admins do with channels. */
export const channelRows: Rows = {
  renameChannelAction: async () => {
    const channelId = await ofSettings("700000000000001");
    return {
      call: () => renameChannelAction({ channelId, name: "Back office" }),
      left: [["channel.renamed", channelId]],
      isSameAgain: true,
    };
  },
  addAppSecretAction: async () => {
    const channelId = await ofSettings("700000000000002");
    return {
      call: () => addAppSecretAction({ channelId, secret: "the-next-app-secret" }),
      left: [["channel.app_secret_added", channelId]],
      isSameAgain: true,
    };
  },
  removeAppSecretAction: async () => {
    const channelId = await ofSettings("700000000000003");
    const [secret] = (await listManagedChannels(systemActor))[channelId]?.appSecrets ?? [];
    return {
      call: () => removeAppSecretAction({ channelId, id: secret?.id ?? "" }),
      left: [["channel.app_secret_removed", channelId]],
      isSameAgain: true,
    };
  },
  disconnectChannelAction: async () => {
    const channelId = await ofSettings("700000000000004");
    return {
      call: () => disconnectChannelAction({ channelId }),
      left: [["channel.disconnected", channelId]],
      isSameAgain: true,
    };
  },
  returnToEnvironmentAction: async () => {
    const channelId = await ofSettings(ids.phoneNumberId);
    setEnv({ WHATSAPP_PHONE_NUMBER_ID: ids.phoneNumberId, WHATSAPP_BUSINESS_ACCOUNT_ID: ids.wabaId });
    return {
      call: () => returnToEnvironmentAction({ channelId }),
      left: [["channel.returned_to_environment", channelId]],
    };
  },
  connectChannelAction: { testedIn: connect, left: ["channel.connected"] },
  subscribeChannelAction: { testedIn: connect, left: ["channel.subscribed"] },
  replaceTokenAction: { testedIn: change, left: ["channel.token_replaced"] },
  testTypedChannelAction: { because: "asks Meta and keeps nothing" },
  testChannelAction: { because: "asks Meta; what it learns is Meta's to tell" },
};
