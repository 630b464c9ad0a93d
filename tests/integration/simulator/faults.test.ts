import { beforeEach, describe, expect, it } from "vitest";
import type { Customer } from "@/simulator/world/types";
import { type Answers, useMeta } from "./support/use-meta";

const meta = useMeta();
let amara: Customer;

beforeEach(async () => {
  amara = await meta.customer({ phone: "2348012345678", lastWroteAgoMs: 1 });
});

const send = (callback: string, timeoutMs?: number) =>
  meta.send(
    { to: "2348012345678", type: "text", text: { body: "x" }, biz_opaque_callback_data: callback },
    timeoutMs,
  );
const fault = (body: object) => meta.sim("POST", "/sim/faults", body);
const statuses = () => meta.values().flatMap((value) => value.statuses ?? []);

describe("a fault", () => {
  it.each([
    [{ kind: "expired_token" }, 401, 190],
    [{ kind: "rate_limit" }, 400, 130429],
    [{ kind: "rate_limit", code: 80007 }, 400, 80007],
    [{ kind: "error", code: 131042 }, 400, 131042],
    [{ kind: "server_error" }, 500, 2],
  ])("%o refuses the next send only, and nothing reaches the phone", async (body, status, code) => {
    await fault(body);
    const refused = await send("a");
    expect([refused.status, refused.error?.code]).toEqual([status, code]);
    expect((await send("b")).status).toBe(200);
    expect((await meta.phoneOf(amara)).copies).toEqual({ b: 1 });
  });

  it("hangs after accepting: the phone has it, statuses come, the answer never does", async () => {
    await fault({ kind: "timeout_after_accept" });
    await expect(send("late", 400)).rejects.toThrow();
    await meta.flush();
    expect((await meta.phoneOf(amara)).copies).toEqual({ late: 1 });
    expect(statuses().map((row: Answers) => [row.status, row.biz_opaque_callback_data])).toEqual([
      ["sent", "late"],
      ["delivered", "late"],
    ]);
    const { json } = await meta.sim("GET", "/sim/requests?path=messages");
    expect(json.items).toMatchObject([{ status: null, fault: "timeout_after_accept" }]);
  });

  it("hangs before accepting: nothing arrives and nothing is told", async () => {
    await fault({ kind: "timeout_before_accept" });
    await expect(send("never", 400)).rejects.toThrow();
    await meta.flush();
    expect((await meta.phoneOf(amara)).items).toEqual([]);
    expect(meta.app().received).toEqual([]);
  });

  it("cuts the connection before or after accepting", async () => {
    await fault({ kind: "drop_before_accept" });
    await expect(send("before")).rejects.toThrow();
    await fault({ kind: "drop_after_accept" });
    await expect(send("after")).rejects.toThrow();
    expect((await meta.phoneOf(amara)).copies).toEqual({ after: 1 });
  });

  it("fails an accepted send later with its code", async () => {
    await fault({ kind: "failed_status", code: 131049 });
    expect((await send("a")).status).toBe(200);
    await meta.flush();
    expect(statuses()).toMatchObject([{ status: "failed", errors: [{ code: 131049 }] }]);
  });

  it("stays until removed, for one customer when so asked", async () => {
    await meta.customer({ phone: "33612345678", lastWroteAgoMs: 1 });
    const { json } = await fault({ kind: "expired_token", remaining: null, customerId: amara.id });
    expect((await send("a")).error?.code).toBe(190);
    expect((await send("b")).error?.code).toBe(190);
    expect((await meta.send({ to: "33612345678", text: { body: "x" } })).status).toBe(200);
    await meta.sim("DELETE", `/sim/faults/${json.id}`);
    expect((await send("c")).status).toBe(200);
  });

  it("slows another fault down", async () => {
    await fault({ kind: "slow", ms: 60 });
    await fault({ kind: "expired_token" });
    const startedAt = performance.now();
    expect((await send("a")).error?.code).toBe(190);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(55);
  });

  it("leaves mark-read alone when it is for sends", async () => {
    const { json } = await meta.sim("POST", `/sim/customers/${amara.id}/messages`, {
      kind: "text",
      text: "hello",
    });
    await fault({ kind: "expired_token" });
    expect((await meta.send({ status: "read", message_id: json.providerMessageId })).status).toBe(200);
    expect((await send("a")).error?.code).toBe(190);
  });
});
