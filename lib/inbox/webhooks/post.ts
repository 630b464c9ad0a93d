import type { LookupFunction } from "node:net";
import { Agent, request } from "undici";
import type { AttemptError, DeliveryAttempt } from "@/lib/domain/webhook-delivery";
import { readWebhookUrl } from "@/lib/domain/webhook-url";
import { type Resolver, resolveHost, systemResolver } from "./resolve";

const TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** So much of an answer is read and thrown away, to use the connection again. */
const ANSWER_BYTES = 16 * 1024;

export type Posted = Omit<DeliveryAttempt, "at"> & { retryAfterMs: number | null };
export type Poster = (url: string, body: string, headers: Record<string, string>) => Promise<Posted>;

type Options = { isLoopbackAllowed: boolean; resolver?: Resolver; timeoutMs?: number };

/**
 * Makes what sends webhooks. A name is resolved, checked and connected to in one step, so that it cannot stand for
 * another address in between; redirects are not followed; ten seconds are all there is. Never throws.
 */
export function createPoster({
  isLoopbackAllowed,
  resolver = systemResolver,
  timeoutMs = TIMEOUT_MS,
}: Options) {
  const agent = new Agent({
    connect: { lookup: checkedLookup(isLoopbackAllowed, resolver), timeout: CONNECT_TIMEOUT_MS },
    keepAliveTimeout: 5_000,
  });
  const post: Poster = async (text, body, headers) => {
    const startedAt = performance.now();
    const took = () => Math.round(performance.now() - startedAt);
    const failed = (error: AttemptError): Posted => ({
      status: null,
      durationMs: took(),
      error,
      retryAfterMs: null,
    });
    const url = readWebhookUrl(text, isLoopbackAllowed);
    if (!url.ok) return failed("refused_address");
    // An address in place of a name is never looked up when it is connected to.
    if (/^[\d.]+$|^\[/.test(url.data.hostname)) {
      const host = await resolveHost(url.data.hostname, isLoopbackAllowed);
      if (!host.ok) return failed(host.reason);
    }
    try {
      const answer = await request(url.data, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", "user-agent": "Parley-Webhooks/1", ...headers },
        dispatcher: agent,
        signal: AbortSignal.timeout(timeoutMs),
      });
      const durationMs = took();
      await answer.body.dump({ limit: ANSWER_BYTES }).catch(() => undefined);
      const retryAfterMs = secondsOf(answer.headers["retry-after"]);
      return { status: answer.statusCode, durationMs, error: null, retryAfterMs };
    } catch (error) {
      return failed(errorOf(error));
    }
  };
  return { post, close: () => agent.close() };
}

function checkedLookup(isLoopbackAllowed: boolean, resolver: Resolver): LookupFunction {
  return (hostname, options, callback) => {
    void resolveHost(hostname, isLoopbackAllowed, resolver).then((resolved) => {
      if (!resolved.ok) {
        callback(Object.assign(new Error(resolved.reason), { code: resolved.reason }), "", 0);
        return;
      }
      const [first] = resolved.addresses;
      if (options.all) callback(null, resolved.addresses);
      else callback(null, first?.address ?? "", first?.family);
    });
  };
}

function errorOf(error: unknown): AttemptError {
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (code === "unresolved" || code === "refused_address") return code;
  if (name === "TimeoutError" || /TIMEOUT|TIMEDOUT/.test(String(code))) return "timeout";
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(String(code)) ? "certificate" : "unreachable";
}

function secondsOf(header: string | string[] | undefined): number | null {
  const seconds = Number(Array.isArray(header) ? header[0] : header);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}
