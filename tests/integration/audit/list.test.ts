import { beforeAll, describe, expect, it } from "vitest";
import type { AuditEntry } from "@/lib/domain/audit";
import type { AuditFilter } from "@/lib/domain/audit-filter";
import type { Actor } from "@/lib/domain/member";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { exportAudit } from "@/lib/inbox/audit/export-audit";
import { listAudit } from "@/lib/inbox/audit/list-audit";
import { pseudonymOf } from "@/lib/inbox/audit/pseudonym";
import { addAuditEntry, auditLog, deleteAuditBefore } from "@/lib/store/audit-log";
import { inTransaction } from "@/lib/store/transaction";
import { failed, got } from "../auth/support/people";
import { agent, viewer } from "../outbound/stand-in";
import { useWorld } from "../support/world";

useWorld("audit-list", { hasChannels: false });

const ines: Actor = { kind: "member", id: "ines", name: "Ines", role: "admin" };
const bo: Actor = { kind: "member", id: "bo", name: '=HYPERLINK("http://evil.example")', role: "agent" };
const START = Date.UTC(2026, 0, 1);
const conversation = (id: string) => ({ kind: "conversation", id }) as const;
const member = (id: string) => ({ kind: "member", id, name: `Member ${id}` }) as const;

/** 1,300 entries, a second apart: every 100th is Bo's, and every 13th is about a member. */
const COUNT = 1_300;
beforeAll(async () => {
  const entries = await Promise.all(
    Array.from({ length: COUNT }, (_, n) =>
      auditEntry(
        n % 100 === 0 ? bo : ines,
        n % 13 === 0
          ? { action: n % 26 === 0 ? "member.added" : "member.deactivated", subject: member(`m${n}`) }
          : { action: "conversation.read", subject: conversation(`c${n % 50}`), within: [`k${n % 50}`] },
        START + n * 1000,
      ),
    ),
  );
  for (let at = 0; at < entries.length; at += 400) {
    await inTransaction(async (tx) => {
      for (const entry of entries.slice(at, at + 400)) addAuditEntry(tx, entry);
    });
  }
});

const list = async (filter: AuditFilter = {}, cursor: string | null = null, limit = 40) =>
  got(await listAudit(ines, filter, { cursor, limit }));

/** Every page of a filter, one after the other. */
async function all(filter: AuditFilter, limit = 40): Promise<AuditEntry[]> {
  const found: AuditEntry[] = [];
  let cursor: string | null = null;
  do {
    const page = await list(filter, cursor, limit);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

const seconds = (entries: AuditEntry[]) => entries.map(({ at }) => (at - START) / 1000);
const where = (isMeant: (n: number) => boolean) =>
  Array.from({ length: COUNT }, (_, n) => n)
    .filter(isMeant)
    .reverse();

describe("the audit log as a list", () => {
  it("is for admins only", async () => {
    for (const actor of [agent, viewer]) {
      expect(failed(await listAudit(actor, {}, { cursor: null, limit: 1 })).code).toBe("forbidden");
      expect(failed(await exportAudit(actor, {}, "csv")).code).toBe("forbidden");
    }
  });

  it("has every entry once, newest first, over pages of any size", async () => {
    expect(seconds(await all({}, 200))).toEqual(where(() => true));
    expect(seconds(await all({ from: START + 100_000, to: START + 130_000 }, 7))).toEqual(
      where((n) => n >= 100 && n < 130),
    );
  });

  it.each<[string, AuditFilter, (n: number) => boolean]>([
    ["who", { who: "bo" }, (n) => n % 100 === 0],
    ["what", { what: "member" }, (n) => n % 13 === 0],
    ["one action", { what: "member.added" }, (n) => n % 26 === 0],
    ["who and what", { who: "bo", what: "member" }, (n) => n % 1300 === 0],
    [
      "who, what and when",
      { who: "ines", what: "member.added", from: START + 500_000, to: START + 900_000 },
      (n) => n % 26 === 0 && n % 100 !== 0 && n >= 500 && n < 900,
    ],
  ])("narrows by %s", async (_name, filter, isMeant) => {
    expect(seconds(await all(filter))).toEqual(where(isMeant));
  });

  it("finds a conversation by its pseudonym or its contact's, among several, and by nobody's id", async () => {
    const isC7 = (n: number) => n % 13 !== 0 && n % 50 === 7;
    expect(seconds(await all({ about: [await pseudonymOf("c7")] }))).toEqual(where(isC7));
    expect(seconds(await all({ about: [await pseudonymOf("k7"), await pseudonymOf("c7")] }))).toEqual(
      where(isC7),
    );
    expect(await all({ about: ["c7"] })).toEqual([]);
    expect(await all({ about: ["m13"] })).toHaveLength(1);
    expect(seconds(await all({ about: [await pseudonymOf("c0")], who: "bo" }))).toEqual(
      where((n) => n % 13 !== 0 && n % 100 === 0),
    );
  });

  it("says how far it looked when it stops before a page is full, and goes on from there", async () => {
    const filter = { who: "ines", what: "member.added", to: START + 1_250_000 };
    const rare = { ...filter, who: "nobody" };
    expect(await list(rare)).toEqual({ items: [], nextCursor: null, lookedBackTo: null });
    const sparse: AuditFilter = { who: "ines", what: "audit_log.exported", to: START + COUNT * 1000 };
    const first = await list(sparse);
    expect(first.items).toEqual([]);
    expect(first.lookedBackTo).toBeGreaterThan(START);
    expect(first.nextCursor).not.toBeNull();
    expect(await list(sparse, first.nextCursor)).toMatchObject({
      items: [],
      nextCursor: null,
      lookedBackTo: null,
    });
  });

  it("refuses a cursor that is not one of its own", async () => {
    expect(failed(await listAudit(ines, {}, { cursor: "nonsense", limit: 5 })).code).toBe("bad_request");
  });

  it("names no person: neither ids nor names of conversations and contacts are stored", async () => {
    const stored = JSON.stringify(await all({ what: "conversation" }, 200));
    expect(stored).not.toMatch(/"[ck]\d+"/);
  });
});

describe("an export", () => {
  const text = async (filter: AuditFilter, format: "csv" | "jsonl") => {
    const pieces: string[] = [];
    for await (const piece of got(await exportAudit(ines, filter, format))) pieces.push(piece);
    return pieces.join("");
  };

  it("is in the log before its first piece, and holds what the filter means", async () => {
    const before = Date.now();
    const pieces = got(await exportAudit(ines, { who: "bo" }, "jsonl"));
    const [noted] = (await list({ what: "audit_log" })).items;
    expect(noted).toMatchObject({
      action: "audit_log.exported",
      actor: { id: "ines" },
      detail: { format: "jsonl", who: "bo" },
    });
    expect(noted?.at).toBeGreaterThanOrEqual(before);
    const lines: { at: string }[] = [];
    for await (const piece of pieces) {
      lines.push(
        ...piece
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as { at: string }),
      );
    }
    expect(lines.map(({ at }) => (Date.parse(at) - START) / 1000)).toEqual(where((n) => n % 100 === 0));
  });

  it("of everything has every line of several pieces, as a table that opens as text", async () => {
    const csv = await text({ to: START + COUNT * 1000 }, "csv");
    const lines = csv.split("\r\n");
    expect(lines[0]).toMatch(/^\uFEFFid,at,actor_kind,actor_id,actor_name,action,/);
    expect(lines.at(-1)).toBe("");
    expect(lines).toHaveLength(COUNT + 2);
    const ofBo = lines.filter((line) => line.includes(",bo,"));
    expect(ofBo).toHaveLength(13);
    for (const line of ofBo) expect(line).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });
});

describe("retention", () => {
  it("takes out the oldest only, so many at a time", async () => {
    const cutoff = START + 120_000;
    expect(await deleteAuditBefore(cutoff, 100)).toBe(100);
    expect(await deleteAuditBefore(cutoff, 100)).toBe(20);
    expect(await deleteAuditBefore(cutoff, 100)).toBe(0);
    const [oldest] = (await auditLog().orderBy("at").limit(1).get()).docs;
    expect(oldest?.data().at).toBe(cutoff);
  });
});
