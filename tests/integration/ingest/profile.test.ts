import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/env";
import { refreshProfile } from "@/lib/inbox/contacts/refresh-profile";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { fromCustomer, instagramBody } from "../support/bodies";
import { deliver } from "../support/deliver";
import { instagramChannelId, useWorld } from "../support/world";

useWorld("profile");

/** Meta's answers by the last digit of the person's id. */
const answers: Record<string, { status: number; body: unknown }> = {
  "1": {
    status: 200,
    body: { name: "Mia Muster", username: "mia", profile_pic: "https://cdn.example/mia.jpg" },
  },
  "2": { status: 403, body: { error: { code: 230, message: "User consent is required" } } },
  "3": { status: 400, body: { error: { code: 9010, message: "No matching Instagram user" } } },
  "4": { status: 500, body: { error: { code: 2, message: "Try again" } } },
};
let asked: string[] = [];
let graph: Server;

beforeAll(async () => {
  graph = createServer((request, response) => {
    const igsid = new URL(request.url ?? "", "http://x").pathname.split("/").at(-1) ?? "";
    asked.push(igsid);
    const answer = answers[igsid.at(-1) ?? ""];
    response.writeHead(answer?.status ?? 404, { "content-type": "application/json" });
    response.end(JSON.stringify(answer?.body ?? {}));
  });
  await new Promise<void>((resolve) => graph.listen(0, "127.0.0.1", resolve));
  process.env.META_GRAPH_BASE_URL = `http://127.0.0.1:${(graph.address() as AddressInfo).port}`;
  process.env.INSTAGRAM_ACCESS_TOKEN = "test-instagram-token";
  forgetEnv();
});
afterAll(() => graph.close());

async function write(igsid: string, mid: string): Promise<void> {
  const message = { mid, text: "hi" };
  await deliver("instagram", instagramBody(fromCustomer(igsid, 1_790_000_000_000, { message })));
  await refreshProfile(`ig_${igsid}`, instagramChannelId, Date.now());
}

const contactOf = async (igsid: string) => (await contacts().doc(`ig_${igsid}`).get()).data();

describe("the profile of somebody new on Instagram", () => {
  it("puts name and picture on contact and thread", async () => {
    await write("8001", "p1");
    expect(await contactOf("8001")).toMatchObject({
      name: "Mia Muster",
      username: "mia",
      profileState: "ready",
    });
    const thread = (await conversations().doc(`${instagramChannelId}__ig_8001`).get()).data();
    expect(thread).toMatchObject({
      contactName: "Mia Muster",
      contactAvatarUrl: "https://cdn.example/mia.jpg",
    });
  });

  it.each([
    ["8002", "denied"],
    ["8003", "unknown"],
    ["8004", "pending"],
  ])("%s that Meta does not give leaves the message in place (%s)", async (igsid, profileState) => {
    await write(igsid, `m${igsid}`);
    expect(await contactOf(igsid)).toMatchObject({ name: null, profileState });
    const thread = (await conversations().doc(`${instagramChannelId}__ig_${igsid}`).get()).data();
    expect(thread?.lastMessage?.text).toBe("hi");
  });

  it("is not asked for again within the hour, but after it", async () => {
    asked = [];
    await write("8002", "again");
    expect(asked).toEqual([]);
    await refreshProfile("ig_8002", instagramChannelId, Date.now() + 3_600_001);
    expect(asked).toEqual(["8002"]);
  });
});
