import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ChannelType } from "@/lib/domain/channel";
import { deliver } from "../support/deliver";
import { dumpStore } from "../support/dump-store";
import { ids, useWorld } from "../support/world";

useWorld("shared");

/** Bodies that stand beside the project on some machines, and are not part of it. */
const folder = fileURLToPath(new URL("../../../../shared/fixtures/", import.meta.url));
type Entry = { file: string; channel: ChannelType; kinds: string[] };
const manifest: Entry[] = existsSync(`${folder}manifest.json`)
  ? JSON.parse(readFileSync(`${folder}manifest.json`, "utf8"))
  : [];

describe.skipIf(manifest.length === 0)("the shared bodies", () => {
  it.each(manifest)("$file does not fail", async (entry) => {
    const event = await deliver(entry.channel, rewritten(entry));
    expect(event.items.filter(({ outcome }) => outcome === "failed")).toEqual([]);
    expect(["processed", "ignored"]).toContain(event.state);
    const told = event.items.map(({ kind, outcome, error }) => `${kind} ${outcome} ${error ?? ""}`);
    expect(told.filter((line) => /channel_not_connected|waba_mismatch/.test(line))).toEqual([]);
    const messages = entry.kinds.filter((kind) =>
      /^message\.(?!reaction|edit|revoke)|^echo\.(?!edit|revoke)/.test(kind),
    );
    const kept = event.items.filter(
      ({ kind, outcome }) => /^(message|echo)\./.test(kind) && outcome === "applied",
    );
    expect(kept.length).toBeGreaterThanOrEqual(messages.length);
  });

  it("changes nothing when all of them come again", async () => {
    const before = await dumpStore();
    for (const entry of manifest.toReversed()) await deliver(entry.channel, `${rewritten(entry)} `);
    expect(await dumpStore()).toEqual(before);
  });
});

/** For our channels, and with message ids of its own: the bodies name many numbers, and share placeholder ids. */
function rewritten({ file, channel }: Entry): string {
  const body = JSON.parse(readFileSync(`${folder}${file}`, "utf8"));
  const accounts = new Map<string, string>();
  for (const entry of body.entry ?? []) {
    if (channel === "instagram") accounts.set(String(entry.id), ids.accountId);
    entry.id = channel === "instagram" ? ids.accountId : ids.wabaId;
    for (const change of entry.changes ?? []) {
      if (!change.value?.metadata) continue;
      change.value.metadata.phone_number_id = ids.phoneNumberId;
      change.value.metadata.display_phone_number = ids.displayPhone;
    }
  }
  return JSON.stringify(body, (key, value) => {
    if (typeof value !== "string") return value;
    if (["id", "mid", "message_id", "original_message_id"].includes(key)) {
      return (
        accounts.get(value) ?? (/^(wamid|aWdf|m_)/.test(value) ? `${value}.${file.length}${file}` : value)
      );
    }
    return accounts.get(value) ?? value;
  });
}
