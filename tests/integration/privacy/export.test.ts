import { makeZip } from "client-zip";
import { describe, expect, test } from "vitest";
import { failureText } from "@/lib/inbox/api/failure-text";
import { exportContact } from "@/lib/inbox/privacy/export/export-contact";
import { zipEntries } from "@/lib/server/route/zip-entries";
import { auditLog } from "@/lib/store/audit-log";
import { conversations } from "@/lib/store/conversations";
import { mediaFolder, sendsIn, useMediaFolder } from "../media/support";
import { agent, customer, queueText, useStandIn } from "../outbound/stand-in";
import { whatsappBody, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { filesInZip } from "../support/files-in-zip";
import { useWorld } from "../support/world";
import { admin, newPhone, now, threadOf } from "./support";

useWorld("export");
useStandIn();
useMediaFolder();

async function exportOf(contactId: string): Promise<Map<string, string>> {
  const made = await exportContact(admin, { contactId, textOf: failureText });
  if (!made.ok) throw new Error(made.error.message);
  expect(made.data.filename).toMatch(/^customer-data-\d{4}-\d\d-\d\d\.zip$/);
  const bytes = Buffer.from(await new Response(makeZip(zipEntries(made.data.files))).arrayBuffer());
  return filesInZip(bytes);
}

const lines = (text: string | undefined) =>
  (text ?? "")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("an export", () => {
  test("holds everything of the person and nothing of who came in the same delivery", async () => {
    const [waId, other] = [newPhone(), newPhone()];
    const at = now();
    await deliver(
      "whatsapp",
      whatsappBody(
        whatsappText("wamid.ex1", at, "mine <b>&</b> only", { waId, name: "Exa Port" }),
        whatsappText("wamid.ex2", at, "the-other-text", { waId: other, name: "Other Person" }),
      ),
    );
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.ex3", at + 1, "STOP", { waId })));
    await queueText(threadOf(waId), "our answer");
    const files = await exportOf(`wa_${waId}`);
    const all = [...files.entries()].flat().join("\n");
    for (const foreign of ["the-other-text", other, "Other Person", "wamid.ex2"])
      expect(all).not.toContain(foreign);
    expect(JSON.parse(files.get("contact.json") ?? "")).toMatchObject({ id: `wa_${waId}`, name: "Exa Port" });
    expect(JSON.parse(files.get("consents.json") ?? "")).toMatchObject([
      { source: "word", isOptedOut: true },
    ]);
    const messages = lines([...files].find(([name]) => name.endsWith("messages.jsonl"))?.[1]);
    expect(messages.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["mine <b>&</b> only", "STOP", "our answer"]),
    );
    const raw = lines(files.get("raw-events.jsonl"));
    expect(raw).toHaveLength(2);
    expect(JSON.stringify(raw)).toContain("wamid.ex1");
    expect(files.get("index.html")).toContain("mine &lt;b&gt;&amp;&lt;/b&gt; only");
    expect(files.get("README.txt")).toContain("Exa Port");
  });

  test("brings files under readable names, and says which are missing", async () => {
    const { id } = await customer("whatsapp", { name: "File Fran" });
    const found = await conversations().where("contactName", "==", "File Fran").get();
    const { id: conversationId, contactId } = found.docs[0]?.data() ?? { id: "", contactId: "" };
    await sendsIn({ id, conversationId }, { kind: "document", filename: "Invoice 7.pdf" });
    const lost = await sendsIn({ id, conversationId }, { kind: "image" });
    const key = lost.content.kind === "image" ? lost.content.media[0]?.file?.key : null;
    const { rm } = await import("node:fs/promises");
    await rm(`${mediaFolder}/${key}`);
    const files = await exportOf(contactId);
    const index = JSON.parse(files.get("media.json") ?? "") as {
      file: string | null;
      missing: string | null;
    }[];
    expect(index).toHaveLength(2);
    const invoice = index.find(({ file }) => file?.includes("Invoice 7"))?.file ?? "";
    expect(files.get(invoice)?.length).toBeGreaterThan(0);
    expect(index.find(({ file }) => file === null)).toMatchObject({ missing: "not_on_disk" });
  });

  test("is an admin's, and in the audit log before its first byte", async () => {
    const waId = newPhone();
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.ex9", now(), "hello", { waId })));
    const wanted = { contactId: `wa_${waId}`, textOf: failureText };
    expect(await exportContact(agent, wanted)).toMatchObject({ error: { code: "forbidden" } });
    expect(await exportContact(admin, { ...wanted, contactId: "wa_1" })).toMatchObject({
      error: { code: "not_found" },
    });
    const before = (await auditLog().where("action", "==", "contact.exported").get()).size;
    const made = await exportContact(admin, wanted);
    expect(made.ok).toBe(true);
    const entries = await auditLog().where("action", "==", "contact.exported").get();
    expect(entries.size).toBe(before + 1);
    expect(JSON.stringify(entries.docs.map((row) => row.data()))).not.toContain(waId);
  });
});
