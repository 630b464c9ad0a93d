import { type Handler, SimError, simBody } from "../http/context";
import { asObject } from "../http/json";
import type { Route } from "../http/routes";
import type { AppStanding, Standing } from "../world/standing";

const accountFields: readonly (keyof Standing)[] = [
  "token",
  "node",
  "isListed",
  "isSubscribed",
  "subscribedFields",
  "linkedAccountId",
  "areMessagesAllowed",
];

const list: Handler = ({ world }) => ({ accounts: world.state.standings ?? {}, app: world.state.app ?? {} });

/** Changes how an account stands; `token` and `node` are merged, the rest replaced, and null takes a field back. */
const change: Handler = async (context) => {
  const { world, params } = context;
  const id = params.id ?? "";
  const body = await simBody(context);
  const odd = Object.keys(body).find((name) => !(accountFields as readonly string[]).includes(name));
  if (odd) throw new SimError(400, `An account has ${accountFields.join(", ")}; there is no ${odd}.`);
  const before = world.state.standings?.[id] ?? {};
  const next = { ...before, ...body } as Standing;
  for (const name of ["token", "node"] as const) {
    const given = asObject(body[name]);
    if (given) next[name] = { ...before[name], ...given };
  }
  world.state.standings = { ...world.state.standings, [id]: next };
  world.changed();
  return next;
};

/** All is well again with one account, or with all of them and the app. */
const heal: Handler = ({ world, params }) => {
  const { [params.id ?? ""]: _healed, ...others } = world.state.standings ?? {};
  world.state.standings = params.id ? others : {};
  if (!params.id) world.state.app = {};
  world.changed();
  return { accounts: world.state.standings, app: world.state.app ?? {} };
};

const changeApp: Handler = async (context) => {
  const { world } = context;
  const { dateSkewMs, webhooks, ...odd } = await simBody(context);
  if (Object.keys(odd).length > 0) throw new SimError(400, "The app has dateSkewMs and webhooks.");
  const next: AppStanding = { ...world.state.app };
  if (typeof dateSkewMs === "number") next.dateSkewMs = dateSkewMs;
  for (const channel of ["whatsapp", "instagram"] as const) {
    const given = asObject(asObject(webhooks)?.[channel]);
    if (given) next.webhooks = { ...next.webhooks, [channel]: { ...next.webhooks?.[channel], ...given } };
  }
  world.state.app = next;
  world.changed();
  return next;
};

export const standingRoutes: Route[] = [
  { method: "GET", pattern: "/sim/accounts", handler: list },
  { method: "PATCH", pattern: "/sim/accounts/:id", handler: change },
  { method: "DELETE", pattern: "/sim/accounts", handler: heal },
  { method: "DELETE", pattern: "/sim/accounts/:id", handler: heal },
  { method: "PATCH", pattern: "/sim/app", handler: changeApp },
];
