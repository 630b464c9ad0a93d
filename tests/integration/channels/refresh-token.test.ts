import { beforeEach, describe, expect, it } from "vitest";
import { forgetChannels } from "@/lib/inbox/channels/connected";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { disconnectChannel } from "@/lib/inbox/channels/disconnect";
import { checkChannels } from "@/lib/inbox/jobs/check-channels";
import { listChannelDetails } from "@/lib/inbox/read/list-channel-details";
import { listChannels } from "@/lib/inbox/read/list-channels";
import { useWorld } from "../support/world";
import {
  actions,
  add,
  admin,
  agent,
  connected,
  instagramForm,
  numberForm,
  read,
  simulator,
  useConnecting,
} from "./support/connecting";

const DAY = 24 * 60 * 60 * 1000;

useWorld("refresh-token", { hasChannels: false });
useConnecting("refresh-token");

let start = 0;
let id = "";
beforeEach(async () => {
  await clock(0);
  start = Date.now();
  const account = await add({ channel: "instagram", login: "instagram" });
  id = await connected(
    instagramForm({ login: "instagram", token: account.token, appSecret: account.appSecret }),
  );
});

const clock = (offsetMs: number) =>
  fetch(`${simulator.url}/sim/clock`, { method: "POST", body: JSON.stringify({ offsetMs }) });

/** The job as it runs so many days after the channel was connected, by Meta's clock and ours. */
async function runAfter(days: number) {
  await clock(days * DAY);
  forgetChannels();
  await checkChannels(start + days * DAY);
  return read(id);
}

const tokenOf = async () => (await credentialsOf(await read(id)))?.token;

describe("an access token of Instagram Login", () => {
  it("is left alone until ten days before its end, then refreshed, and again in time", async () => {
    const first = await tokenOf();
    await runAfter(0.5);
    await runAfter(49);
    expect(await tokenOf()).toBe(first);
    const refreshed = await runAfter(50.5);
    const second = await tokenOf();
    expect(second).not.toBe(first);
    expect(refreshed.tokenInfo).toMatchObject({ lastRefreshedAt: start + 50.5 * DAY, refreshError: null });
    expect((refreshed.tokenInfo?.expiresAt ?? 0) - start).toBe(110.5 * DAY);
    await runAfter(101);
    expect(await tokenOf()).not.toBe(second);
    expect((await actions()).filter((action) => action === "channel.token_refreshed")).toHaveLength(2);
  });

  it("is shown as ending and then as over when Meta does not refresh it, and tried again hours later", async () => {
    const first = await tokenOf();
    const path = `${simulator.url}/sim/accounts/${(await read(id)).providerId}`;
    await fetch(path, { method: "PATCH", body: JSON.stringify({ token: { isValid: false } }) });
    const failed = await runAfter(51);
    expect(failed.tokenInfo?.refreshError).toMatchObject({ code: 190, at: start + 51 * DAY });
    const [details] = await listChannelDetails(agent);
    expect(details).toMatchObject({ tokenRefreshFailedAt: start + 51 * DAY });
    expect((await listChannels(agent))[0]?.tokenExpiresAt).toBe(details?.tokenExpiresAt);
    await fetch(path, { method: "DELETE" });
    await runAfter(51.1);
    expect(await tokenOf()).toBe(first);
    await runAfter(51.5);
    expect(await tokenOf()).not.toBe(first);
    expect((await read(id)).tokenInfo?.refreshError).toBeNull();
  });

  it("is not asked for once it is over, or once the channel is disconnected", async () => {
    const first = await tokenOf();
    const over = await runAfter(61);
    expect(await tokenOf()).toBe(first);
    expect(over.tokenInfo?.refreshError).toBeNull();
    await disconnectChannel(admin, { channelId: id });
    expect((await runAfter(62)).tokenInfo).toBeNull();
  });
});

describe("an access token of Facebook's", () => {
  it("is asked about, so that its end is known", async () => {
    id = await connected(numberForm());
    expect((await read(id)).tokenInfo?.expiresAt).toBeNull();
    const ends = Math.floor(start / 1000) * 1000 + 5 * DAY;
    await fetch(`${simulator.url}/sim/accounts/500600700800900`, {
      method: "PATCH",
      body: JSON.stringify({ token: { expiresAt: ends } }),
    });
    expect((await runAfter(0.5)).tokenInfo?.expiresAt).toBe(ends);
    await fetch(`${simulator.url}/sim/accounts`, { method: "DELETE" });
  });
});
