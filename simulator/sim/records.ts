import { type Handler, SimError, simBody } from "../http/context";
import { asText } from "../http/json";
import type { Route } from "../http/routes";
import { resetWorld } from "../world/reset";
import type { TemplateStatus } from "../world/types";
import { storm } from "./storm";

const statuses: readonly TemplateStatus[] = ["APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED"];

const requests: Handler = ({ world, url }) => {
  const after = Number(url.searchParams.get("after") ?? 0);
  const path = url.searchParams.get("path");
  const method = url.searchParams.get("method");
  const limit = Number(url.searchParams.get("limit") ?? 1000);
  const items = world.requests.filter(
    (row) => row.id > after && (!path || row.path.includes(path)) && (!method || row.method === method),
  );
  return { items: items.slice(-limit) };
};

const forget: Handler = ({ world }) => {
  world.requests.length = 0;
  return { items: [] };
};

const templates: Handler = ({ world }) => ({ items: world.state.templates });

const changeTemplate: Handler = async (context) => {
  const { world, params } = context;
  const body = await simBody(context);
  const row = world.state.templates.find(
    (entry) => entry.name === params.name && entry.language === params.language,
  );
  if (!row) throw new SimError(404, "There is no such template.");
  const status = statuses.find((name) => name === asText(body.status));
  if (!status) throw new SimError(400, `status is one of ${statuses.join(", ")}.`);
  row.status = status;
  world.queue.add({
    channel: "whatsapp",
    kind: "field.message_template_status_update",
    customerId: null,
    content: {
      value: {
        event: status,
        message_template_id: Number(row.id),
        message_template_name: row.name,
        message_template_language: row.language.replace("_", "-"),
        reason: status === "REJECTED" ? "INVALID_FORMAT" : "NONE",
        message_template_category: row.category,
      },
      field: "message_template_status_update",
    },
  });
  world.changed();
  return row;
};

const reset: Handler = async (context) => {
  const body = await simBody(context);
  resetWorld(context.world, body.keepOptions === true);
  return { isReset: true };
};

export const recordRoutes: Route[] = [
  { method: "GET", pattern: "/sim/requests", handler: requests },
  { method: "DELETE", pattern: "/sim/requests", handler: forget },
  { method: "GET", pattern: "/sim/templates", handler: templates },
  { method: "PATCH", pattern: "/sim/templates/:name/:language", handler: changeTemplate },
  { method: "POST", pattern: "/sim/storm", handler: storm },
  { method: "POST", pattern: "/sim/reset", handler: reset },
];
