import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "@/scripts/stack/root";
import { ids, sim, standWell, useHealthyWorld, world } from "./support/healthy";
import { closedAddress } from "./support/internet";

const storeHost = process.env.FIRESTORE_EMULATOR_HOST;
useHealthyWorld("doctor-command");

type Ended = { code: number | null; out: string; err: string };

/** The command in a process of its own: it knows no name of the test's internet, so the app has a private address. */
function doctor(args: string[], env: Record<string, string | undefined> = {}): Promise<Ended> {
  const tsx = join(projectRoot, "node_modules", "tsx", "dist", "cli.mjs");
  const given = { ...process.env, APP_URL: world.app.url, FIRESTORE_EMULATOR_HOST: storeHost, ...env };
  const child = spawn(process.execPath, [tsx, join(projectRoot, "scripts/doctor.ts"), ...args], {
    env: Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    ) as NodeJS.ProcessEnv,
  });
  return new Promise((resolve) => {
    let out = "";
    let err = "";
    child.stdout.on("data", (part) => (out += part));
    child.stderr.on("data", (part) => (err += part));
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

async function deliversHere() {
  const to = (kind: string) => ({ callbackUrl: `${world.app.url}/api/webhooks/${kind}` });
  await sim("PATCH", "app", { webhooks: { whatsapp: to("whatsapp"), instagram: to("instagram") } });
}

it("prints a table without colours into a pipe and ends with 0 when nothing fails", {
  timeout: 120_000,
}, async () => {
  await standWell();
  await deliversHere();
  const { code, out, err } = await doctor([]);
  expect(err).toBe("");
  expect(out).toMatch(/^Server\nFine {2,}Settings of the server {2,}Everything this server needs is set\./m);
  expect(out).toMatch(/Worth a look {2,}Webhook can be reached \(WhatsApp\)/);
  expect(out).toMatch(/→ Set APP_URL to a public https address/);
  expect(out).toMatch(/^Test WhatsApp$/m);
  expect(out).toMatch(/Failing: 0 {3}Worth a look: 2 {3}Not checked: 0 {3}Fine: \d+\n$/);
  expect(out).not.toContain("\u001b");
  expect(out).not.toContain("test-whatsapp-token");
  expect(code).toBe(0);
});

it("ends with 1 when a check fails, and gives programs JSON", { timeout: 120_000 }, async () => {
  await standWell();
  await deliversHere();
  await sim("PATCH", `accounts/${ids.phoneNumberId}`, { node: { quality_rating: "RED" } });
  const { code, out } = await doctor(["--json"]);
  const failing = (JSON.parse(out) as { id: string; state: string }[]).filter(
    ({ state }) => state === "fail",
  );
  expect(failing).toEqual([
    expect.objectContaining({ id: "quality", subject: "Test WhatsApp", seen: expect.stringMatching(/^Low/) }),
  ]);
  expect(code).toBe(1);
});

it("says that the store does not answer, and calls nothing else fine because of it", {
  timeout: 120_000,
}, async () => {
  await standWell();
  const host = new URL(await closedAddress()).host;
  const { code, out } = await doctor(["--json"], { FIRESTORE_EMULATOR_HOST: host });
  const lines = JSON.parse(out) as { id: string; state: string }[];
  const byState = (state: string) => lines.filter((line) => line.state === state).map(({ id }) => id);
  expect(byState("fail")).toEqual(["store"]);
  expect(byState("pass").sort()).toEqual(["clock", "graph", "graphVersion", "mediaDisk"]);
  expect(code).toBe(1);
});

it("refuses an option it does not know, with 2", { timeout: 60_000 }, async () => {
  const { code, err } = await doctor(["--fix-everything"]);
  expect(err).toMatch(/--fix-everything/);
  expect(code).toBe(2);
});
