import { describe, expect, it } from "vitest";
import { checkMutations } from "../../scripts/verify/mutations";
import { notAudited, notGuarded } from "../../scripts/verify/not-audited";
import { sourceFiles } from "../../scripts/verify/source-files";

const none = { notAudited: {}, notGuarded: {} };
const problemsOf = (path: string, text: string, allowed = none) =>
  checkMutations([{ path, text }], allowed).map(({ message }) => message);

const verb = (body: string) => `export async function close(actor: Actor, id: string) {\n${body}\n}\n`;
const guard = 'if (!can(actor, "conversation.update")) return forbidden;\n';
const write = "return inUnit(async (unit) => {\nunit.set(ref, next);\n";
const entry = "await leaveAuditEntry(unit, actor, what);\n";

describe("a verb that takes an actor and writes", () => {
  it("passes when it asks and tells", () => {
    expect(problemsOf("lib/inbox/x/close.ts", verb(guard + write + entry))).toEqual([]);
  });

  it("fails without an entry", () => {
    expect(problemsOf("lib/inbox/x/close.ts", verb(guard + write))).toEqual([
      expect.stringContaining("addAuditEntry("),
    ]);
  });

  it("fails without asking", () => {
    expect(problemsOf("lib/inbox/x/close.ts", verb(write + entry))).toEqual([
      expect.stringContaining("can("),
    ]);
  });

  it("is not saved by a comment", () => {
    const text = verb(`/* can( leaveAuditEntry( */\n// mayReach( addAuditEntry(\n${write}`);
    expect(problemsOf("lib/inbox/x/close.ts", text)).toHaveLength(2);
  });

  it.each([
    "await inTransaction(async (tx) => {});",
    "const batch = db().batch();",
    "await conversations().doc(id).update({ isOpen: false });",
    "await conversations()\n.doc(id)\n.delete();",
    "tx.create(ref, row);",
  ])("is seen to write by %s", (code) =>
    expect(problemsOf("lib/inbox/x/close.ts", verb(code))).toHaveLength(2),
  );

  it("is seen to write by a writing function of the store", () => {
    const text = `import { updateEvent } from "@/lib/store/webhook-events";\n${verb("await updateEvent(id);")}`;
    expect(problemsOf("lib/inbox/x/close.ts", text)).toHaveLength(2);
  });

  it.each(["lib/actions/x.ts", "app/api/x/route.ts", "lib/server/x.ts"])("may not hide in %s", (path) => {
    expect(problemsOf(path, verb(write))).toHaveLength(2);
  });

  it("may be let off by name, and only while it needs to", () => {
    const path = "lib/inbox/x/close.ts";
    const allowed = { notAudited: { [path]: "why" }, notGuarded: {} };
    expect(problemsOf(path, verb(guard + write), allowed)).toEqual([]);
    expect(problemsOf(path, verb(guard + write + entry), allowed)).toEqual([
      expect.stringContaining("without need"),
    ]);
  });

  it("is left alone when it only reads, or takes no actor", () => {
    expect(problemsOf("lib/inbox/x/read.ts", verb("return conversations().doc(id).get();"))).toEqual([]);
    expect(problemsOf("lib/inbox/x/sweep.ts", write)).toEqual([]);
    const byParley = `import { systemActor } from "@/lib/inbox/members/system-actor";\n${write}`;
    expect(problemsOf("lib/inbox/x/sweep.ts", byParley)).toEqual([]);
  });
});

describe("the audit log", () => {
  const path = "lib/store/audit-log.ts";

  it.each(["auditLog().doc(id).update({});", 'db().collection("auditLog")'])(
    "is named nowhere else: %s",
    (code) => {
      expect(problemsOf("lib/inbox/audit/tidy.ts", code)).toHaveLength(1);
      expect(problemsOf("lib/store/delete-expired.ts", code)).toHaveLength(1);
      expect(problemsOf("tests/integration/audit/x.test.ts", code)).toEqual([]);
    },
  );

  it.each([
    "auditLog().doc(id).update({ at: 0 });",
    "writer.set(auditLog().doc(id), entry);",
    "batch.delete(auditLog().doc(id));",
  ])("changes nothing that is in it: %s", (code) => expect(problemsOf(path, code)).toHaveLength(1));

  it("deletes in deleteAuditBefore only", () => {
    const prune = "export async function deleteAuditBefore(at: number) {\n  batch.delete(ref);\n}\n";
    expect(problemsOf(path, prune)).toEqual([]);
    expect(problemsOf(path, `${prune}batch.delete(ref);`)).toHaveLength(1);
    expect(problemsOf(path, prune.replace("delete(ref)", "update(ref, {})"))).toHaveLength(1);
  });

  it("gives a reason for each file that it lets off", () => {
    for (const [file, reason] of Object.entries({ ...notAudited, ...notGuarded })) {
      expect(reason.length, file).toBeGreaterThan(15);
    }
  });

  it("holds for the code as it is", () => {
    expect(checkMutations(sourceFiles(process.cwd()))).toEqual([]);
  });
});
