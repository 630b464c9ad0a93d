import { type Handler, SimError, simBody } from "../http/context";
import { asNumber, asText } from "../http/json";
import type { Route } from "../http/routes";
import { newLocalId } from "../world/ids";
import type { Endpoint, Fault, FaultKind } from "../world/types";
import { findCustomer } from "../world/world";

const kinds: readonly FaultKind[] = [
  "expired_token",
  "rate_limit",
  "error",
  "slow",
  "timeout_after_accept",
  "timeout_before_accept",
  "drop_after_accept",
  "drop_before_accept",
  "error_after_accept",
  "failed_status",
  "silent",
  "server_error",
  "html_error",
  "template_paused",
  "media_gone",
  "wrong_bytes",
  "cut_short",
  "html_page",
  "empty_file",
  "too_large",
];

const endpoints: readonly (Endpoint | "any")[] = [
  "any",
  "send",
  "read",
  "media",
  "download",
  "templates",
  "profile",
  "fields",
  "subscribe",
  "other",
];

const list: Handler = ({ world }) => ({ items: [...world.state.faults] });

const add: Handler = async (context) => {
  const { world } = context;
  const body = await simBody(context);
  const kind = kinds.find((name) => name === body.kind);
  if (!kind) throw new SimError(400, `kind is one of ${kinds.join(", ")}.`);
  const endpoint = body.endpoint === undefined ? "send" : endpoints.find((name) => name === body.endpoint);
  if (!endpoint) throw new SimError(400, `endpoint is one of ${endpoints.join(", ")}.`);
  const customerId = asText(body.customerId);
  const fault: Fault = {
    id: newLocalId("fault"),
    kind,
    endpoint,
    channel: body.channel === "whatsapp" || body.channel === "instagram" ? body.channel : null,
    customerId: customerId ? (findCustomer(world, customerId)?.id ?? customerId) : null,
    remaining: body.remaining === null ? null : (asNumber(body.remaining) ?? 1),
    code: asNumber(body.code),
    subcode: asNumber(body.subcode),
    message: asText(body.message),
    details: asText(body.details),
    httpStatus: asNumber(body.httpStatus),
    ms: asNumber(body.ms),
  };
  world.state.faults.push(fault);
  world.changed();
  context.response.statusCode = 201;
  return fault;
};

const remove: Handler = ({ world, params }) => {
  world.state.faults = params.id ? world.state.faults.filter((fault) => fault.id !== params.id) : [];
  world.changed();
  return { items: [...world.state.faults] };
};

export const faultRoutes: Route[] = [
  { method: "GET", pattern: "/sim/faults", handler: list },
  { method: "POST", pattern: "/sim/faults", handler: add },
  { method: "DELETE", pattern: "/sim/faults", handler: remove },
  { method: "DELETE", pattern: "/sim/faults/:id", handler: remove },
];
