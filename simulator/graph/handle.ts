import { setTimeout as wait } from "node:timers/promises";
import { type Context, sendJson } from "../http/context";
import { asObject, asText, type Json } from "../http/json";
import { appStandingOf } from "../world/standing";
import type { ChannelType, Endpoint } from "../world/types";
import { findCustomer } from "../world/world";
import { authorise } from "./auth";
import { errorBody, GraphError, httpStatusOf, missingNode } from "./errors";
import { type Spoil, takeFaults } from "./faults";
import { instagramToken } from "./instagram/tokens";
import { accountOfNode, findEdge, resolveNode } from "./nodes";
import { readGraphBody } from "./read-body";
import { finishRequest, startRequest } from "./request-log";

const toldTimeoutMs = 5000;

/** Answers one Graph request: token, node, faults, the edge's own work, and Meta's error body when it is refused. */
export async function handleGraph(context: Context): Promise<void> {
  const entry = startRequest(context);
  const finish = (status: number, body: Json) => {
    finishRequest(context.world, entry, status, body);
    setUsageHeaders(context);
    sendJson(context.response, status, body);
  };
  try {
    const given = instagramToken(context);
    if (given) return finish(200, given);
    const body = await readGraphBody(context);
    entry.body = body;
    const allowed = authorise(context);
    const [id = "", ...rest] = pathOf(context);
    const node = resolveNode(context.world, id, allowed);
    const account = node && accountOfNode(context.world, node, id, allowed);
    const isOpen = node && (node.channel === null || account !== null);
    const edge = node && isOpen ? findEdge(context.method, node.kind, rest) : null;
    if (!node || !edge) throw missingNode(id, context.method);
    context.params.node = id;
    entry.channel = node.channel;
    entry.customerId = customerIdOf(context, body, id);
    const spoil = spoilFor(context, edge.endpoint, node.channel, entry.customerId, body);
    entry.fault = spoil.names.join(", ") || null;
    if (spoil.slowMs > 0) await wait(spoil.slowMs);
    if (spoil.error) throw spoil.error;
    if (spoil.before)
      return spoilAnswer(context, spoil.before, () => finishRequest(context.world, entry, null, null));
    const answer = await edge.handler({
      context,
      channel: node.channel,
      account,
      body,
      effects: spoil.effects,
    });
    if (context.world.state.delivery.isStatusBeforeAnswer && answer.told) {
      await Promise.race([Promise.all(answer.told), wait(toldTimeoutMs, null, { ref: false })]);
    }
    if (spoil.after)
      return spoilAnswer(context, spoil.after, () => finishRequest(context.world, entry, null, null));
    finish(200, answer.body);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (error.fields.code === 190) {
      context.response.setHeader(
        "www-authenticate",
        `OAuth "Facebook Platform" "invalid_token" "${error.fields.message}"`,
      );
    }
    finish(httpStatusOf(error.fields), errorBody(error.fields));
  }
}

/** The path without its version prefix, in parts. */
function pathOf(context: Context): string[] {
  const parts = context.url.pathname.split("/").filter(Boolean).map(decodeURIComponent);
  return /^v\d+\.\d+$/.test(parts[0] ?? "") ? parts.slice(1) : parts;
}

function spoilFor(
  context: Context,
  endpoint: Endpoint,
  channel: ChannelType | null,
  customerId: string | null,
  body: Json,
): Spoil {
  const isRead = endpoint === "send" && (body.status !== undefined || body.sender_action !== undefined);
  return takeFaults(context.world, {
    endpoint: isRead ? "read" : endpoint,
    channel,
    customerId,
    isTemplate: body.type === "template",
  });
}

function spoilAnswer(
  context: Context,
  how: NonNullable<Spoil["before"] | Spoil["after"]>,
  log: () => void,
): void {
  log();
  const { response } = context;
  if (how === "drop") return void response.destroy();
  if (how === "hang") return;
  if (how === "error") {
    sendJson(response, 500, errorBody({ code: 131000, message: "Something went wrong" }));
    return;
  }
  response.writeHead(502, { "content-type": "text/html" });
  response.end(
    "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1></body></html>",
  );
}

function customerIdOf(context: Context, body: Json, node: string): string | null {
  const ids = [
    asText(body.to)?.replaceAll(/\D/g, ""),
    asText(body.recipient),
    asText(asObject(body.recipient)?.id),
    node,
  ];
  for (const id of ids) {
    const customer = id ? findCustomer(context.world, id) : null;
    if (customer) return customer.id;
  }
  return context.world.index.messages.get(asText(body.message_id) ?? "")?.customerId ?? null;
}

function setUsageHeaders({ response, world }: Context): void {
  if (response.headersSent) return;
  response.setHeader("x-app-usage", JSON.stringify({ call_count: 1, total_cputime: 1, total_time: 1 }));
  const { dateSkewMs } = appStandingOf(world);
  if (dateSkewMs) response.setHeader("date", new Date(Date.now() + dateSkewMs).toUTCString());
  response.setHeader("facebook-api-version", "v26.0");
  response.setHeader("x-fb-request-id", String(world.requests.length));
}
