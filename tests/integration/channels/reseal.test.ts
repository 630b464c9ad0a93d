import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { GET as getStatus } from "@/app/api/v1/status/route";
import { forgetEnv } from "@/lib/env";
import { forgetChannels } from "@/lib/inbox/channels/connected";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { resealChannels } from "@/lib/inbox/channels/reseal-channels";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { listChannelDetails } from "@/lib/inbox/read/list-channel-details";
import { listChannels } from "@/lib/inbox/read/list-channels";
import { forgetOpened } from "@/lib/inbox/seal/open";
import { channels } from "@/lib/store/channels";
import { withSecrets } from "../support/sealed-channel";
import { useWorld, whatsappChannel, whatsappChannelId } from "../support/world";

useWorld("reseal", { hasChannels: false });

const [oldKey, newKey] = [randomBytes(32).toString("base64"), randomBytes(32).toString("hex")];
const secrets = {
  token: "EAA-token-1234",
  appSecrets: ["app-secret-5678", "app-secret-old"],
  verifyToken: "verify-token-90",
};

function useKeys(...keys: string[]): void {
  process.env.CREDENTIALS_KEY = keys.join(",");
  forgetEnv();
  forgetOpened();
}

async function stored() {
  const channel = (await channels().doc(whatsappChannelId).get()).data();
  if (!channel) throw new Error("The channel is not there");
  return channel;
}

it("seals a channel's secrets under the new first key, after which the old one may go", async () => {
  useKeys(oldKey);
  await channels()
    .doc(whatsappChannelId)
    .set(await withSecrets(whatsappChannel(), secrets));
  expect(await resealChannels(Date.now())).toBe(0);
  useKeys(newKey, oldKey);
  expect(await resealChannels(Date.now())).toBe(1);
  expect(await resealChannels(Date.now())).toBe(0);
  useKeys(newKey);
  expect((await credentialsOf(await stored()))?.token).toBe("EAA-token-1234");
  useKeys(oldKey);
  expect(await credentialsOf(await stored())).toBeNull();
  useKeys(newKey);
});

it("deletes what was kept of a disconnected channel after a week", async () => {
  const now = Date.now();
  const gone = whatsappChannel({ isConnected: false, disconnectedAt: now - 8 * 24 * 60 * 60 * 1000 });
  await channels()
    .doc(whatsappChannelId)
    .set(await withSecrets(gone, { appSecrets: ["app-secret-5678"] }));
  expect(await resealChannels(now)).toBe(1);
  expect((await stored()).credentials).toBeNull();
});

it("hands no sealed secret to a browser or the API", async () => {
  process.env.API_KEY = "an-api-key-of-the-environment";
  forgetEnv();
  await channels()
    .doc(whatsappChannelId)
    .set(await withSecrets(whatsappChannel(), secrets));
  forgetChannels();
  const { credentials } = await stored();
  const boxes = [credentials?.token, ...(credentials?.appSecrets ?? []), credentials?.verifyToken].map(
    (one) => one?.box ?? "",
  );
  expect(boxes.every((box) => box.length > 40)).toBe(true);
  const status = await getStatus(
    new Request("http://127.0.0.1/api/v1/status", {
      headers: { authorization: "Bearer an-api-key-of-the-environment" },
    }),
    { params: Promise.resolve({}) },
  );
  expect(status.status).toBe(200);
  const shown = JSON.stringify([
    await listChannels(systemActor),
    await listChannelDetails(systemActor),
    await status.json(),
  ]);
  expect(shown).toContain(whatsappChannelId);
  for (const secret of [...boxes, "EAA-token", "app-secret", "verify-token"])
    expect(shown).not.toContain(secret);
});
