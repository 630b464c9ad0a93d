import { describe, expect, it } from "vitest";
import { type GraphRequest, graphRequest } from "@/lib/channels/graph/request";
import { isNeverSent } from "@/lib/channels/graph/transport-error";
import { answering, closedAddress, listening } from "./support/graph-server";

const request = (baseUrl: string, rest: Partial<GraphRequest> = {}): GraphRequest => ({
  baseUrl,
  version: "v26.0",
  path: "100200300400500/messages",
  method: "POST",
  token: "secret-token",
  body: { type: "text" },
  ...rest,
});

describe("graphRequest", () => {
  it("sends the token in the header and never in the address", async () => {
    const { baseUrl, received } = await answering(200, { fine: true });
    const result = await graphRequest(request(`${baseUrl}/`, { query: { fields: "id,name" } }));
    expect(result).toEqual({ ok: true, data: { fine: true } });
    expect(received).toMatchObject([
      {
        method: "POST",
        path: "/v26.0/100200300400500/messages",
        query: { fields: "id,name" },
        headers: { authorization: "Bearer secret-token", "content-type": "application/json" },
        body: { type: "text" },
      },
    ]);
    expect(received[0]?.headers["user-agent"]).toMatch(/^Parley\//);
    expect(JSON.stringify([received[0]?.path, received[0]?.query])).not.toContain("secret-token");
  });

  it("reads Meta's error whatever the HTTP status is", async () => {
    const error = {
      message: "(#130429) Rate limit hit",
      type: "OAuthException",
      code: 130429,
      error_subcode: 2494055,
      error_data: { messaging_product: "whatsapp", details: "Too many messages" },
      fbtrace_id: "AbC123",
    };
    for (const status of [200, 400, 401, 500, 503]) {
      const { baseUrl } = await answering(status, { error });
      expect(await graphRequest(request(baseUrl))).toEqual({
        ok: false,
        failure: {
          outcome: "rejected",
          code: 130429,
          subcode: 2494055,
          message: "(#130429) Rate limit hit",
          details: "Too many messages",
          fbtraceId: "AbC123",
          httpStatus: status,
        },
      });
    }
  });

  it.each([
    [404, "<html>not here</html>", "rejected"],
    [429, "", "rejected"],
    [408, "", "unknown"],
    [500, "<html>oops</html>", "unknown"],
    [502, "{}", "unknown"],
    [302, "", "unknown"],
    [200, "<html>a proxy</html>", "unknown"],
    [200, "", "unknown"],
  ])("takes HTTP %i with the body %j as %s", async (status, body, outcome) => {
    const { baseUrl } = await answering(status, body);
    const result = await graphRequest(request(baseUrl));
    expect(result).toMatchObject({ ok: false, failure: { outcome, code: null, httpStatus: status } });
  });

  it("takes a refused connection and an unknown host as unreachable", async () => {
    const closed = await graphRequest(request(await closedAddress()));
    expect(closed).toMatchObject({ ok: false, failure: { outcome: "unreachable", httpStatus: null } });
    const unknownHost = await graphRequest(request("http://graph.invalid"));
    expect(unknownHost).toMatchObject({ ok: false, failure: { outcome: "unreachable" } });
    const noAddress = await graphRequest(request("not an address"));
    expect(noAddress).toMatchObject({ ok: false, failure: { outcome: "unreachable" } });
  });

  it("takes a time-out as unknown, for the request has left", async () => {
    const baseUrl = await listening(() => {});
    const result = await graphRequest(request(baseUrl, { timeoutMs: 50 }));
    expect(result).toMatchObject({
      ok: false,
      failure: { outcome: "unknown", message: "No answer in time", httpStatus: null },
    });
  });

  it("takes a connection cut before or inside the answer as unknown", async () => {
    const before = await listening((incoming) => incoming.socket.destroy());
    expect(await graphRequest(request(before))).toMatchObject({ failure: { outcome: "unknown" } });
    const inside = await listening((incoming, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write('{"messages":', () => incoming.socket.destroy());
    });
    expect(await graphRequest(request(inside))).toMatchObject({ failure: { outcome: "unknown" } });
  });
});

describe("isNeverSent", () => {
  const fetchFailed = (cause: unknown) => Object.assign(new TypeError("fetch failed"), { cause });
  const withCode = (code: string) => Object.assign(new Error(code), { code });

  it("is true when every address that was tried failed to connect", () => {
    const both = new AggregateError([withCode("ECONNREFUSED"), withCode("ENETUNREACH")]);
    expect(isNeverSent(fetchFailed(both))).toBe(true);
    expect(isNeverSent(fetchFailed(withCode("UND_ERR_CONNECT_TIMEOUT")))).toBe(true);
    expect(isNeverSent(fetchFailed(withCode("CERT_HAS_EXPIRED")))).toBe(true);
  });

  it("is false for anything that may have happened later, or is unfamiliar", () => {
    expect(isNeverSent(fetchFailed(withCode("ECONNRESET")))).toBe(false);
    expect(isNeverSent(fetchFailed(withCode("UND_ERR_SOCKET")))).toBe(false);
    expect(isNeverSent(fetchFailed(new AggregateError([withCode("ECONNREFUSED"), withCode("EPIPE")])))).toBe(
      false,
    );
    expect(isNeverSent(new Error("what"))).toBe(false);
    expect(isNeverSent(null)).toBe(false);
  });
});
