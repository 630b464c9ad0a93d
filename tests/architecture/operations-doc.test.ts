import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { envNames } from "@/lib/env";
import { jobNames } from "@/lib/inbox/jobs/run-job";

const text = readFileSync("docs/operations.md", "utf8");

describe("docs/operations.md", () => {
  it.each(envNames)("says what %s does", (name) => expect(text).toContain(`\`${name}\``));

  it.each(jobNames)("names the job %s", (name) => expect(text).toContain(`\`${name}\``));

  it("names every collection that has a TTL policy", () => {
    const { fieldOverrides } = JSON.parse(readFileSync("firestore.indexes.json", "utf8"));
    for (const { collectionGroup, ttl } of fieldOverrides) {
      if (ttl) expect(text).toContain(`\`${collectionGroup}\``);
    }
  });
});
