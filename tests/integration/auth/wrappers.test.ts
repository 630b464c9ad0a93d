import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { fail, ok } from "@/lib/domain/result";
import { defineAction } from "@/lib/server/action/define-action";
import { requirePage } from "@/lib/server/page/require-page";
import { defineRoute } from "@/lib/server/route/define-route";
import { useWorld } from "../support/world";
import { browser } from "./support/browser";
import { member, signIn } from "./support/people";

vi.mock("next/headers", () => import("./support/browser"));
useWorld("wrappers", { hasChannels: false });
beforeEach(() => browser.reset());

const ran = vi.fn();
beforeEach(() => ran.mockClear());

describe("defineAction", () => {
  const send = defineAction({
    input: z.object({ text: z.string().min(1) }),
    permission: "message.send",
    run: async ({ text }, { actor }) => {
      ran();
      if (text === "closed") return fail("window_closed", "Too late.");
      if (text === "bug") throw new Error("secret inside");
      return ok({ text, by: actor.id });
    },
  });

  it("refuses who is not signed in, before it looks at the input", async () => {
    const answer = await send({ text: 7 as unknown as string });
    expect(answer).toEqual({ serverError: { code: "not_signed_in", message: "Sign in first." } });
    expect(ran).not.toHaveBeenCalled();
  });

  it("refuses a role without the permission, before it looks at the input", async () => {
    await signIn(await member("viewer"));
    const answer = await send({ text: 7 as unknown as string });
    expect(answer?.serverError?.code).toBe("forbidden");
    expect(ran).not.toHaveBeenCalled();
  });

  it("refuses a bad shape", async () => {
    await signIn(await member("agent"));
    const answer = await send({ text: "" });
    expect(answer?.validationErrors?.fieldErrors.text).toHaveLength(1);
    expect(ran).not.toHaveBeenCalled();
  });

  it("runs as the member of the session, whoever the input names", async () => {
    const who = await member("agent");
    await signIn(who);
    const answer = await send({ text: "hi", actor: "admin" } as { text: string });
    expect(answer).toEqual({ data: { text: "hi", by: who.id } });
  });

  it("passes a known failure on and hides an unknown one behind an id", async () => {
    await signIn(await member("agent"));
    expect((await send({ text: "closed" }))?.serverError).toEqual({
      code: "window_closed",
      message: "Too late.",
    });
    const bug = (await send({ text: "bug" }))?.serverError;
    expect(bug?.code).toBe("internal");
    expect(bug?.details?.errorId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(bug)).not.toContain("secret inside");
  });
});

describe("defineRoute", () => {
  const GET = defineRoute({
    permission: "member.manage",
    params: z.object({ id: z.string().regex(/^\w+$/) }),
    query: z.object({ limit: z.coerce.number().int().max(10).default(5) }),
    run: async ({ params, query, actor }) => {
      ran();
      if (params.id === "missing") return fail("not_found", "No such thing.");
      if (params.id === "bug") throw new Error("secret inside");
      if (params.id === "raw") return new Response("raw");
      return ok({ id: params.id, limit: query.limit, by: actor.id });
    },
  });
  const get = (path: string, id: string) =>
    GET(new Request(`http://localhost:3000${path}`), { params: Promise.resolve({ id }) });

  it("answers 401 without a session and 403 without the permission", async () => {
    expect((await get("/x", "a")).status).toBe(401);
    await signIn(await member("agent"));
    const refused = await get("/x", "a");
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: "forbidden" });
    expect(ran).not.toHaveBeenCalled();
  });

  it("answers 404 to a bad path and 400 to a bad query", async () => {
    await signIn(await member("admin"));
    expect((await get("/x", "../y")).status).toBe(404);
    expect((await get("/x?limit=11", "a")).status).toBe(400);
    expect(ran).not.toHaveBeenCalled();
  });

  it("answers with JSON nobody caches, a raw response, or a problem", async () => {
    const who = await member("admin");
    await signIn(who);
    const good = await get("/x?limit=7", "a");
    expect(good.headers.get("cache-control")).toBe("private, no-store");
    expect(await good.json()).toEqual({ id: "a", limit: 7, by: who.id });
    expect(await (await get("/x", "raw")).text()).toBe("raw");
    expect((await get("/x", "missing")).headers.get("content-type")).toBe("application/problem+json");
    const bug = await get("/x", "bug");
    expect(bug.status).toBe(500);
    expect(await bug.text()).not.toContain("secret inside");
  });
});

describe("requirePage", () => {
  it("sends who is not signed in to sign-in, and back here afterwards", async () => {
    browser.reset({ "x-parley-path": "/inbox/wa_1__2?tab=mine" });
    await expect(requirePage("inbox.read")).rejects.toMatchObject({
      digest: expect.stringContaining("/sign-in?next=%2Finbox%2Fwa_1__2%3Ftab%3Dmine"),
    });
  });

  it("does not come back to another site", async () => {
    browser.reset({ "x-parley-path": "//evil.example/" });
    await expect(requirePage("inbox.read")).rejects.toMatchObject({
      digest: expect.stringMatching(/;\/sign-in;/),
    });
  });

  it("shows who is there, with what they may", async () => {
    const who = await member("viewer");
    const sessionId = await signIn(who);
    expect(await requirePage("inbox.read")).toMatchObject({
      sessionId,
      actor: { id: who.id, role: "viewer" },
    });
  });

  it("answers 403 to a role without the permission", async () => {
    process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = "true";
    await signIn(await member("agent"));
    await expect(requirePage("member.manage")).rejects.toMatchObject({
      digest: expect.stringContaining("403"),
    });
  });
});
