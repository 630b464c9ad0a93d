import { expect, it } from "vitest";
import { GET as getStatus } from "@/app/api/v1/status/route";
import { lineKey } from "@/lib/domain/doctor/result";
import type { Actor } from "@/lib/domain/member";
import { checkSetup } from "@/lib/inbox/doctor/check-setup";
import { countFailing } from "@/lib/inbox/doctor/count-failing";
import { readReport } from "@/lib/inbox/doctor/read-report";
import { runJob } from "@/lib/inbox/jobs/run-job";
import { readDoctorReport } from "@/lib/store/doctor-report";
import { instagramChannelId, whatsappChannelId } from "../support/world";
import { ids, setEnv, sim, standWell, useHealthyWorld } from "./support/healthy";

useHealthyWorld("doctor-kept");

const admin: Actor = { kind: "member", id: "admin-1", name: "Ines", role: "admin" };
const quality = `quality:${whatsappChannelId}`;
const lower = (rating: string) =>
  sim("PATCH", `accounts/${ids.phoneNumberId}`, { node: { quality_rating: rating } });

async function lineOf(key: string) {
  return (await readDoctorReport()).results.find((result) => lineKey(result) === key);
}

async function apiStatus() {
  const key = "an-api-key-of-the-environment";
  setEnv({ API_KEY: key });
  const request = new Request("http://127.0.0.1/api/v1/status", {
    headers: { authorization: `Bearer ${key}` },
  });
  const response = await getStatus(request, { params: Promise.resolve({}) });
  return (await response.json()) as { status: string; checks: Record<string, unknown>[] };
}

it("keeps what was found, with since when and what was before", async () => {
  await checkSetup({ actor: admin, now: 1_800_000_000_000 });
  await lower("RED");
  await checkSetup({ actor: admin, now: 1_800_000_060_000 });
  expect(await lineOf(quality)).toMatchObject({ state: "fail", was: "pass", since: 1_800_000_060_000 });
  await checkSetup({ actor: admin, now: 1_800_000_120_000 });
  expect(await lineOf(quality)).toMatchObject({
    state: "fail",
    was: "pass",
    since: 1_800_000_060_000,
    checkedAt: 1_800_000_120_000,
  });
  await standWell();
});

it("looks again at one line and leaves the others as they were found", async () => {
  await checkSetup({ actor: admin, now: 1_800_000_000_000 });
  await lower("YELLOW");
  const again = await checkSetup({ actor: admin, now: 1_800_000_300_000, only: quality });
  expect(again.ok && again.data.map(lineKey)).toEqual([quality]);
  const report = await readDoctorReport();
  expect(report.checkedAt).toBe(1_800_000_000_000);
  expect(await lineOf(quality)).toMatchObject({ state: "warn", checkedAt: 1_800_000_300_000 });
  expect(await lineOf("store:")).toMatchObject({ state: "pass", checkedAt: 1_800_000_000_000 });
  await standWell();
});

it("tells each line as soon as it is known", async () => {
  const heard: string[] = [];
  const done = await checkSetup({ actor: admin, onResult: (result) => heard.push(lineKey(result)) });
  expect(done.ok && done.data.map(lineKey).sort()).toEqual(heard.sort());
});

it("is for admins", async () => {
  for (const role of ["agent", "viewer"] as const) {
    const refused = await checkSetup({ actor: { ...admin, role } });
    expect(!refused.ok && refused.error.code).toBe("forbidden");
  }
});

it("tells admins how much fails, and nobody else", async () => {
  await lower("RED");
  await checkSetup({ actor: admin });
  expect(await countFailing(admin)).toBe(1);
  expect(await countFailing({ ...admin, role: "agent" })).toBe(0);
  await standWell();
  await checkSetup({ actor: admin });
  expect(await countFailing(admin)).toBe(0);
});

it("is looked at by a job, once an hour", async () => {
  const start = Date.now() + 10 * 60 * 60_000;
  await runJob("check-setup", start);
  expect((await readDoctorReport()).checkedAt).toBe(start);
  await runJob("check-setup", start + 59 * 60_000);
  expect((await readDoctorReport()).checkedAt).toBe(start);
  await runJob("check-setup", start + 61 * 60_000);
  expect((await readDoctorReport()).checkedAt).toBe(start + 61 * 60_000);
});

it("is in the status of the HTTP API, in words", async () => {
  await lower("RED");
  await checkSetup({ actor: admin });
  const { status, checks } = await apiStatus();
  expect(status).toBe("attention");
  expect(checks).toContainEqual({
    id: "quality",
    channel: "whatsapp",
    channelId: whatsappChannelId,
    state: "fail",
    summary: "Low: many customers blocked or reported the number.",
    checkedAt: expect.stringMatching(/Z$/),
    since: expect.stringMatching(/Z$/),
  });
  await standWell();
  await checkSetup({ actor: admin });
  expect((await apiStatus()).status).toBe("ok");
});

it("tells a key that is bound to a channel nothing of the others", async () => {
  await checkSetup({ actor: admin });
  const bound: Actor = {
    kind: "api",
    id: "k",
    name: "k",
    scopes: ["read"],
    channelIds: [instagramChannelId],
  };
  const report = await readReport(bound);
  const seen = report.ok ? new Set(report.data.results.map(({ channelId }) => channelId)) : null;
  expect(seen).toEqual(new Set([null, instagramChannelId]));
});
