import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { slotsOf } from "@/lib/inbox/media/slots";
import { mediaDownloads } from "@/lib/store/media-downloads";
import { readThreads } from "./support/read-store";
import { useFaultWorld } from "./support/world";

const FILES = 12;
const world = useFaultWorld("kill-while-downloading");

it("keeps every file whole when the app is killed while it fetches them", async () => {
  const { sim } = world();
  const customer = await sim<{ id: string }>("POST", "/sim/customers", { channel: "whatsapp", name: "Ama" });
  const slow = { kind: "slow", endpoint: "download", ms: 2_000, remaining: null };
  const fault = await sim<{ id: string }>("POST", "/sim/faults", slow);
  const sent = Array.from({ length: FILES }, (_, n) => Buffer.alloc(200_000, `file ${n} `));
  for (const bytes of sent) {
    await sim("POST", `/sim/customers/${customer.id}/messages`, {
      kind: "document",
      mimeType: "text/plain",
      base64: bytes.toString("base64"),
    });
  }
  await vi.waitFor(async () => expect((await filesOf()).length).toBe(FILES), {
    timeout: 30_000,
    interval: 100,
  });
  await world().killApp();
  const unfinished = (await filesOf()).filter(({ state }) => state !== "ready");
  expect(unfinished.length, "files that were not here when the app died").toBeGreaterThan(0);
  expect(unfinished.every(({ key }) => key === null)).toBe(true);

  await fetch(`${world().simulator.url}/sim/faults/${fault.id}`, { method: "DELETE" });
  await world().startAppAgain();
  await vi.waitFor(
    async () => expect((await filesOf()).filter(({ state }) => state !== "ready")).toEqual([]),
    { timeout: 90_000, interval: 500 },
  );
  const kept = (await filesOf()).map(({ key }) => digest(readFileSync(join(mediaFolder(), key ?? ""))));
  expect(kept.sort()).toEqual(sent.map(digest).sort());
  expect((await mediaDownloads().get()).size).toBe(0);
});

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const mediaFolder = () => join(world().dir, "media");

async function filesOf() {
  const threads = await readThreads();
  const slots = threads.flatMap(({ messages }) => messages).flatMap(slotsOf);
  return slots.flatMap(({ media }) => (media.file ? [media.file] : []));
}
