import { readFileSync } from "node:fs";
import { createTranslator, type useTranslations } from "next-intl";
import { describe, expect, it } from "vitest";
import { auditWords } from "@/components/settings/audit/audit-words";
import { type AuditEntry, AuditSubjectKind } from "@/lib/domain/audit";
import { permissions } from "@/lib/domain/permissions";
import en from "@/messages/en";
import { sourceFiles } from "../../../scripts/verify/source-files";

const words: Record<string, Record<string, string>> = en.settings.audit.actions;
/** `<subject>.<what happened>`, wherever product code writes one. */
const actionLike = new RegExp(
  `(?<!type: )["\`](${AuditSubjectKind.options.join("|")})\\.([a-z_]+)["\`]`,
  "g",
);

/** Actions in code that makes entries, without those put together from a variable. */
const inCode = sourceFiles(process.cwd())
  .filter(
    ({ path, text }) =>
      path.startsWith("lib/") && /\b(auditEntry|leaveAuditEntry|AuditedChange|changeChannel)\b/.test(text),
  )
  .flatMap(({ text }) =>
    [...text.matchAll(actionLike)].map(([, kind = "", what = ""]) => [kind, what] as const),
  );

const isPermission = (text: string) => (permissions as readonly string[]).includes(text);

const t = createTranslator({
  locale: "en",
  messages: en,
  namespace: "settings.audit",
  onError: (error) => {
    throw error;
  },
}) as unknown as ReturnType<typeof useTranslations<"settings.audit">>;

const entry = (changes: Partial<AuditEntry> = {}): AuditEntry => ({
  id: "01J",
  at: 0,
  actor: { kind: "member", id: "ines", name: "Ines" },
  action: "conversation.assigned",
  subject: { kind: "conversation", id: "p", name: null },
  detail: { to: "Bo" },
  about: ["p"],
  from: null,
  ...changes,
});

describe("the words of the audit log", () => {
  it("are there for every action in the code", () => {
    expect(inCode.length).toBeGreaterThan(30);
    const without = inCode.filter(([kind, what]) => !words[kind]?.[what]).map((one) => one.join("."));
    expect(without.filter((action) => !isPermission(action))).toEqual([]);
  });

  it("name who did it, and every kind of subject", () => {
    for (const [kind, group] of Object.entries(words)) {
      for (const [what, text] of Object.entries(group)) expect(text, `${kind}.${what}`).toContain("{actor}");
    }
    expect(Object.keys(en.settings.audit.kinds).sort()).toEqual([...AuditSubjectKind.options].sort());
  });

  it("make a sentence", () => {
    expect(auditWords(t, entry()).sentence).toBe("Ines assigned a conversation to Bo");
    const byKey = { kind: "api", id: "k", name: "Shop" } as const;
    const sent = entry({ actor: byKey, action: "message.sent", detail: { kind: "template", name: "hello" } });
    expect(auditWords(t, sent).sentence).toBe("Shop (API key) sent the template hello");
    const member = { kind: "member", id: "bo", name: "Bo" } as const;
    const changed = entry({
      action: "member.role_changed",
      subject: member,
      detail: { from: "agent", to: "admin" },
    });
    expect(auditWords(t, changed).sentence).toBe("Ines made Bo an admin");
  });

  it("say so when a later version wrote an action that this one does not know", () => {
    expect(auditWords(t, entry({ action: "moon.landed" })).sentence).toMatch(/^Ines did something/);
  });

  it.each([
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 14) Gecko/20100101 Firefox/140.0",
      "203.0.113.4, Firefox on macOS",
    ],
    ["curl/8.5.0", "203.0.113.4, curl/8.5.0"],
    ["", "203.0.113.4"],
  ])("say where it came from: %s", (userAgent, where) => {
    expect(auditWords(t, entry({ from: { address: "203.0.113.4", userAgent } })).where).toBe(where);
  });

  it("say nothing of where for what Parley did", () => {
    expect(auditWords(t, entry()).where).toBeNull();
  });
});

it("the decision about the log names the list that the check reads", () => {
  const decision = readFileSync("docs/decisions/0028-an-audit-log.md", "utf8");
  expect(decision).toContain("scripts/verify/not-audited.ts");
});
