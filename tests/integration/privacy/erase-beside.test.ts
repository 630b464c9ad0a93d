import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { erasureSteps } from "@/lib/domain/erasure";
import { runJob } from "@/lib/inbox/jobs/run-job";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { runErasure } from "@/lib/inbox/privacy/erase/run";
import { startErasure } from "@/lib/inbox/privacy/erase/start";
import { conversations } from "@/lib/store/conversations";
import { erasures } from "@/lib/store/erasures";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import { useMediaFolder } from "../media/support";
import { agent, calm, customer, queueText, sender, textsOnPhone, useStandIn } from "../outbound/stand-in";
import { whatsappBody, whatsappReaction, whatsappStatus, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { useWorld } from "../support/world";
import { admin, newPhone, now, threadOf, tracesOf } from "./support";

useWorld("erase-beside");
useStandIn();
useMediaFolder();

describe("while it runs", () => {
  test("nothing is sent or taken, and what they write meanwhile waits for a fresh start", async () => {
    const waId = newPhone();
    const thread = threadOf(waId);
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.busy1", now(), "before", { waId })));
    const started = await startErasure(admin, { contactId: `wa_${waId}` });
    if (!started.ok) throw new Error("not started");
    const refused = await enqueueMessage({
      actor: agent,
      conversationId: thread,
      messageId: randomUUID(),
      content: { kind: "text", text: "too late" },
    });
    expect(refused).toMatchObject({ ok: false, error: { code: "not_found" } });
    const event = await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.busy2", now(), "meanwhile", { waId })),
    );
    expect(event).toMatchObject({ state: "received", attempts: 0 });
    await runErasure(started.data.id, { quietMs: 0 });
    await runJob("sweep-events", Date.now() + 10_000);
    const texts = (await messagesOf(thread).get()).docs.map((row) => row.data().text);
    expect(texts).toEqual(["meanwhile"]);
  });

  test("what is on its way when it begins comes to its end, and its news to nothing", async () => {
    const { id } = await customer("whatsapp", { name: "Inflight Ida" });
    const found = await conversations().where("contactName", "==", "Inflight Ida").get();
    const { id: conversationId, contactId } = found.docs[0]?.data() ?? { id: "", contactId: "" };
    await queueText(conversationId, "ida-first");
    await queueText(conversationId, "ida-second");
    const sending = sender().kickLane(conversationId);
    await vi.waitFor(async () => expect((await outbox().where("state", "==", "sending").get()).size).toBe(1));
    const started = await startErasure(admin, { contactId });
    if (!started.ok) throw new Error("not started");
    await vi.waitFor(
      async () => {
        await runErasure(started.data.id, { quietMs: 0, now: () => Date.now() + 2_000 });
        expect((await erasures().doc(started.data.id).get()).data()?.state).toBe("done");
      },
      { timeout: 25_000 },
    );
    await sending;
    await calm();
    expect(await textsOnPhone(id)).not.toContain("ida-second");
    expect(await tracesOf("ida-", "Inflight Ida", contactId)).toEqual([]);
  });

  test("killed before any turn it goes on, and ends in the same", async () => {
    const waId = newPhone();
    const at = now();
    for (let n = 0; n < 3; n += 1) {
      await deliver(
        "whatsapp",
        whatsappBody(whatsappText(`wamid.kill${n}`, at + n, `kill-${n}`, { waId, name: "Kilian Kill" })),
      );
    }
    const started = await startErasure(admin, { contactId: `wa_${waId}` });
    if (!started.ok) throw new Error("not started");
    const { id } = started.data;
    let aheadMs = 0;
    for (const step of erasureSteps) {
      let hasFailed = false;
      const beforeTurn = (at: string) => {
        if (at !== step || hasFailed) return;
        hasFailed = true;
        throw new Error("killed");
      };
      const run = () => runErasure(id, { quietMs: 0, beforeTurn, now: () => Date.now() + aheadMs });
      await expect(run()).rejects.toThrow("killed");
      // Its lease has to run out, as after a real death.
      expect(await run()).toBeNull();
      aheadMs += 61_000;
    }
    const done = await runErasure(id, { quietMs: 0, now: () => Date.now() + aheadMs });
    expect(done).toMatchObject({ state: "done", subject: null });
    expect(await tracesOf("kill-", "Kilian", waId)).toEqual([]);
    expect(await runErasure(id)).toBeNull();
    expect((await erasures().doc(id).get()).data()?.subject).toBeNull();
  });

  test("webhooks of the same person in any order beside it never leave a half-erased one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("text", "status", "reaction", "duplicate"), { minLength: 3, maxLength: 6 }),
        async (kinds) => {
          const waId = newPhone();
          const run = waId.slice(-4);
          const at = now();
          const old = whatsappText(`wamid.p${run}old`, at, `old-${run}`, { waId });
          await deliver("whatsapp", whatsappBody(old));
          const started = await startErasure(admin, { contactId: `wa_${waId}` });
          if (!started.ok) throw new Error("not started");
          const bodies = kinds.map((kind, n) => {
            if (kind === "text")
              return whatsappText(`wamid.p${run}n${n}`, at + 100 + n, `new-${run}-${n}`, { waId });
            if (kind === "status")
              return whatsappStatus(`wamid.p${run}old`, "read", at + n, { recipient_id: waId });
            if (kind === "reaction")
              return whatsappReaction(`wamid.p${run}r${n}`, at + n, `wamid.p${run}old`, "👍", { waId });
            return old;
          });
          const arrivals = bodies.map((body, n) => deliver("whatsapp", { ...whatsappBody(body), n }));
          const erasing = runErasure(started.data.id, { quietMs: 0 });
          await Promise.all([...arrivals, erasing]);
          await vi.waitFor(
            async () => {
              await runJob("sweep-events", Date.now() + 60_000);
              const texts = (await messagesOf(threadOf(waId)).get()).docs
                .map((row) => row.data().text)
                .sort();
              const wanted = kinds.flatMap((kind, n) => (kind === "text" ? [`new-${run}-${n}`] : []));
              expect(texts).toEqual(wanted.sort());
            },
            { timeout: 20_000 },
          );
          expect(await tracesOf(`old-${run}`)).toEqual([]);
        },
      ),
      { numRuns: 5 },
    );
  }, 120_000);
});
