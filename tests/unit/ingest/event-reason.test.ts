import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eventReason } from "@/lib/domain/event-reason";
import messages from "@/messages/en/webhook-events.json";

/** Where a reason is written down, as the first or second text of a call or as a field. */
const places = [
  /\b(?:ignored|failed)\(\s*(?:"[\w.]+"|`[^`]*`|[\w.]+),\s*("[^"]+"|`[^`]+`)/g,
  /\bignored\(("[a-z_]+")\)/g,
  /\b(?:ignored|error): ("[a-z_]+")/g,
  /\breturn (`(?:Nothing|store_error|internal)[^`]*`)/g,
  /\?\? (`Nothing[^`]*`)/g,
  /return failed\(kind, (`Could[^`]*`)/g,
  /\? ("The \w+ names[^"]+") : ("The [^"]+")/g,
  /^ {2}\w+: ("[A-Z][^"]+(?:followed|handled)")/gm,
  /return ("Group[^"]+")/g,
  /: (`internal_[^`]*`|"internal")/g,
];

const files = globSync("lib/{channels/{whatsapp,instagram},inbox/ingest}/**/*.ts").concat(
  "lib/channels/unit.ts",
);

function reasonsInCode(): string[] {
  const found = new Set<string>();
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    for (const place of places) {
      for (const [, ...parts] of text.matchAll(place)) {
        for (const part of parts) if (part) found.add(part.slice(1, -1).replaceAll(/\$\{[^}]+\}+/g, "x"));
      }
    }
  }
  return [...found].sort();
}

describe("every reason that ingest can write down", () => {
  const reasons = [
    ...reasonsInCode().filter((reason) => !reason.startsWith("The value x")),
    "The value is empty",
    "The value holds no messages and no statuses",
    "internal",
  ];

  it("is found in the code", () => {
    expect(reasons.length).toBeGreaterThan(40);
    for (const known of ["channel_not_connected", "waba_mismatch", "never_finished", "message_gone"]) {
      expect(reasons).toContain(known);
    }
  });

  it.each(reasons)("%s has words", (reason) => {
    const { key, values } = eventReason(reason);
    const words = (messages.reasons as Record<string, string>)[key];
    expect(words, key).toBeTruthy();
    for (const name of words?.match(/\{(\w+)\}/g) ?? [])
      expect(Object.keys(values)).toContain(name.slice(1, -1));
  });

  it("words are not kept for what no code says", () => {
    const used = new Set(reasons.map((reason) => eventReason(reason).key));
    expect(Object.keys(messages.reasons).filter((key) => !used.has(key) && key !== "other")).toEqual([]);
  });
});
