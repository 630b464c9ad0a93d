import { describe, expect, it } from "vitest";
import { AppError, type ErrorCode } from "@/lib/domain/result";
import { problem, statusByCode } from "@/lib/server/route/problem";
import { toFailure } from "@/lib/server/route/to-failure";
import messages from "@/messages/en";

const codes = Object.keys(statusByCode) as ErrorCode[];

describe("a failure on its way out", () => {
  it.each(codes)("%s has words in the catalogue and an HTTP status", (code) => {
    expect((messages.errors as Record<string, string>)[code]).toMatch(/\w\.$/);
    expect(problem({ code, message: "m" }).status).toBe(statusByCode[code]);
  });

  it("is a problem document that says its code", async () => {
    const response = problem({ code: "not_found", message: "No such thing.", details: { id: "7" } });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toEqual({
      type: "about:blank",
      title: "not found",
      status: 404,
      code: "not_found",
      detail: "No such thing.",
      id: "7",
    });
  });

  it("says when to come back", () => {
    const response = problem({ code: "rate_limited", message: "m", details: { retryAfterMs: 1001 } });
    expect(response.headers.get("retry-after")).toBe("2");
  });

  it("says nothing of an unexpected error but an id", () => {
    const failure = toFailure(new Error("password=hunter2 at host db-7"), "test");
    expect(failure.code).toBe("internal");
    expect(JSON.stringify(failure)).not.toMatch(/hunter2|db-7/);
    expect(toFailure(new AppError("conflict", "Known."), "test")).toEqual({
      code: "conflict",
      message: "Known.",
    });
  });
});
