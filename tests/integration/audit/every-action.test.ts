import { globSync, readFileSync } from "node:fs";
import { createTranslator, type useTranslations } from "next-intl";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { auditWords } from "@/components/settings/audit/audit-words";
import type { AuditEntry } from "@/lib/domain/audit";
import { auditLog } from "@/lib/store/audit-log";
import messages from "@/messages/en";
import { apiKey } from "../api/call";
import { browser } from "../auth/support/browser";
import { member, signIn } from "../auth/support/people";
import { useMediaFolder } from "../media/support";
import { setEnv, useStandIn } from "../outbound/stand-in";
import { useWorld } from "../support/world";
import { channelRows } from "./rows/channel-rows";
import { conversationRows } from "./rows/conversation-rows";
import { otherRows } from "./rows/other-rows";
import { peopleRows } from "./rows/people-rows";
import { privacyRows } from "./rows/privacy-rows";
import { routeRows } from "./rows/route-rows";
import type { Row, Rows } from "./rows/row";
import { webhookRows } from "./rows/webhook-rows";

vi.mock("next/headers", () => import("../auth/support/browser"));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
useWorld("audit-every-action");
useStandIn();
useMediaFolder();
setEnv({ API_KEY: apiKey });
beforeEach(() => browser.reset());

const rows: Rows = {
  ...conversationRows,
  ...channelRows,
  ...peopleRows,
  ...routeRows,
  ...webhookRows,
  ...privacyRows,
  ...otherRows,
};
const from = { address: "203.0.113.1", userAgent: "Test/1.0" };

async function entriesSince(known: ReadonlySet<string>): Promise<AuditEntry[]> {
  const all = await auditLog().get();
  return all.docs.map((document) => document.data()).filter(({ id }) => !known.has(id));
}
const knownIds = async () => new Set((await entriesSince(new Set())).map(({ id }) => id));

const t = createTranslator({
  locale: "en",
  messages,
  namespace: "settings.audit",
  onError: (error) => {
    throw error;
  },
}) as unknown as ReturnType<typeof useTranslations<"settings.audit">>;

type Called = Extract<Row, () => unknown>;
const isCalled = (row: Row): row is Called => typeof row === "function";
const called = Object.entries(rows).filter((entry): entry is [string, Called] => isCalled(entry[1]));

describe("every action and write route", () => {
  it.each(called)("%s leaves who did what, to what and from where, once", async (_name, row) => {
    const admin = await member("admin");
    await signIn(admin);
    const { call, left, by = { kind: "member", id: admin.id }, isSameAgain = false } = await row();
    const before = await knownIds();
    const answer = await call();
    const entries = (await entriesSince(before)).sort((a, b) => (a.action < b.action ? -1 : 1));
    expect({ answer, actions: entries.map(({ action }) => action) }).toMatchObject({
      actions: left.map(([action]) => action).sort(),
    });
    for (const entry of entries) {
      const [, subjectId] = left.find(([action]) => action === entry.action) ?? [];
      expect(entry).toMatchObject({ actor: by, from, subject: subjectId ? { id: subjectId } : {} });
      expect(entry.about).toContain(entry.subject.id);
      const { sentence, where } = auditWords(t, entry);
      expect(sentence).toContain(entry.actor.name);
      expect(sentence).not.toMatch(/undefined|null|\{/);
      expect(where).toBe("203.0.113.1, Test/1.0");
    }
    if (!isSameAgain) return;
    const after = await knownIds();
    await call();
    expect((await entriesSince(after)).map(({ action }) => action)).toEqual([]);
  });

  it("has a row here", () => {
    expect(doorsOfTheCode().filter((name) => !(name in rows))).toEqual([]);
  });

  it("has no row left over from what the code no longer has", () => {
    const doors = doorsOfTheCode();
    expect(Object.keys(rows).filter((name) => !doors.includes(name))).toEqual([]);
  });

  it("that is tried elsewhere is tried there", () => {
    for (const [name, row] of Object.entries(rows)) {
      if (isCalled(row) || !("testedIn" in row)) continue;
      const text = readFileSync(row.testedIn, "utf8");
      for (const action of row.left)
        expect({ name, action, isThere: text.includes(action) }).toMatchObject({ isThere: true });
    }
  });
});

/** Exported actions, and methods of routes that are not read-only. */
function doorsOfTheCode(): string[] {
  const actions = globSync("lib/actions/**/*.ts").flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/^export const (\w+Action) = /gm)].map(([, name]) => name ?? ""),
  );
  const routes = globSync("app/**/route.ts").flatMap((path) =>
    [
      ...readFileSync(path, "utf8").matchAll(/^export (?:const|async function) (POST|PUT|PATCH|DELETE)\b/gm),
    ].map(([, method]) => `${method} ${path}`),
  );
  return [...actions, ...routes];
}
