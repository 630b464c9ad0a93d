import { Timestamp } from "firebase-admin/firestore";
import { beforeAll, expect, it } from "vitest";
import { POST } from "@/app/api/jobs/[name]/route";
import { forgetEnv } from "@/lib/env";
import { jobNames } from "@/lib/inbox/jobs/run-job";
import { FEED_EXPIRE_MS, FEED_KEEP_MS, feed } from "@/lib/store/feed";
import { useWorld } from "../support/world";

useWorld("jobs");

const secret = "a-secret-for-the-scheduler";

beforeAll(() => {
  process.env.JOBS_SECRET = secret;
  forgetEnv();
});

function run(name: string, authorization?: string): Promise<Response> {
  const request = new Request(`http://127.0.0.1/api/jobs/${name}`, {
    method: "POST",
    headers: authorization ? { authorization } : {},
  });
  return POST(request, { params: Promise.resolve({ name }) });
}

/** The setup check asks for every index, which would hide those that nothing else needs; it runs in a store of its own kind. */
const jobsHere = jobNames.filter((name) => name !== "check-setup");

it.each(jobsHere)("runs %s for who knows the secret", async (name) => {
  const response = await run(name, `Bearer ${secret}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ name, isSkipped: false });
});

it.each([undefined, "Bearer wrong", secret, "Bearer "])("refuses %j with 401", async (authorization) => {
  expect((await run("sweep-events", authorization)).status).toBe(401);
});

it("knows no other job", async () => {
  expect((await run("drop-everything", `Bearer ${secret}`)).status).toBe(404);
});

it("prunes what is past its time from the feed, and nothing else", async () => {
  const row = (madeAt: number) => ({
    kind: "channel",
    at: Timestamp.fromMillis(madeAt),
    expireAt: Timestamp.fromMillis(madeAt + FEED_EXPIRE_MS),
  });
  await feed()
    .doc("old")
    .set(row(Date.now() - FEED_KEEP_MS - 1));
  await feed()
    .doc("new")
    .set(row(Date.now() - FEED_KEEP_MS + 60_000));
  await run("prune-feed", `Bearer ${secret}`);
  expect((await feed().get()).docs.map(({ id }) => id)).toEqual(["new"]);
});
