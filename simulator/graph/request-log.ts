import type { Context } from "../http/context";
import { asNumber, asObject, type Json } from "../http/json";
import type { GraphRequestLog, World } from "../world/world";

const kept = 5000;
let nextId = 1;

/** Notes a request as it comes, so that one that is never answered shows too. */
export function startRequest(context: Context): GraphRequestLog {
  const { world, url, method } = context;
  const query = Object.fromEntries(url.searchParams);
  for (const secret of ["access_token", "input_token"]) if (secret in query) query[secret] = "hidden";
  const entry: GraphRequestLog = {
    id: nextId++,
    at: world.now(),
    method,
    path: url.pathname,
    query,
    channel: null,
    customerId: null,
    body: null,
    status: null,
    code: null,
    fault: null,
    ms: null,
  };
  world.requests.push(entry);
  if (world.requests.length > kept) world.requests.splice(0, world.requests.length - kept);
  return entry;
}

/** Status null: never answered. */
export function finishRequest(
  world: World,
  entry: GraphRequestLog,
  status: number | null,
  body: Json | null,
): void {
  entry.status = status;
  entry.code = asNumber(asObject(body?.error)?.code);
  entry.ms = world.now() - entry.at;
  world.changed();
}
