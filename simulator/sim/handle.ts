import { type Context, SimError, sendJson } from "../http/context";
import { matchRoute, type Route } from "../http/routes";
import { accountRoutes } from "./accounts";
import { customerRoutes } from "./customers";
import { faultRoutes } from "./faults";
import { optionRoutes } from "./options";
import { recordRoutes } from "./records";
import { standingRoutes } from "./standings";
import { templateRoutes } from "./templates";
import { webhookRoutes } from "./webhooks";

const routes: Route[] = [
  ...accountRoutes,
  ...customerRoutes,
  ...faultRoutes,
  ...optionRoutes,
  ...recordRoutes,
  ...standingRoutes,
  ...templateRoutes,
  ...webhookRoutes,
];

/** Answers one request of the control API. */
export async function handleSim(context: Context): Promise<void> {
  const found = matchRoute(routes, context.method, context.url.pathname);
  if (!found) return sendJson(context.response, 404, { error: "There is no such address." });
  context.params = found.params;
  try {
    const body = await found.route.handler(context);
    sendJson(context.response, context.response.statusCode, body);
  } catch (error) {
    if (!(error instanceof SimError)) throw error;
    sendJson(context.response, error.status, { error: error.message });
  }
}
