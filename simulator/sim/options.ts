import { setTimeout as wait } from "node:timers/promises";
import { type Handler, SimError, simBody } from "../http/context";
import { asNumber } from "../http/json";
import type { Route } from "../http/routes";
import { createRandom } from "../world/random";

const state: Handler = ({ world }) => ({
  url: world.url,
  now: world.now(),
  clockOffsetMs: world.state.clockOffsetMs,
  appUrl: world.state.delivery.appUrl,
  subscribed: world.state.subscribed,
  queue: world.queue.counts(),
  whatsapp: {
    phoneNumberId: world.options.whatsapp.phoneNumberId,
    wabaId: world.options.whatsapp.wabaId,
    displayPhone: world.options.whatsapp.displayPhone,
  },
  instagram: {
    accountId: world.options.instagram.accountId,
    pageId: world.options.instagram.pageId,
    username: world.options.instagram.username,
  },
});

const readDelivery: Handler = ({ world }) => ({ ...world.state.delivery });

const changeDelivery: Handler = async (context) => {
  const { world } = context;
  const body = await simBody(context);
  const options = world.state.delivery as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(body)) {
    if (!(name in options)) throw new SimError(400, `There is no delivery option ${name}.`);
    const isUrl = name === "appUrl" && (value === null || typeof value === "string");
    if (
      !isUrl &&
      (typeof value !== typeof options[name] || Array.isArray(value) !== Array.isArray(options[name]))
    ) {
      throw new SimError(400, `${name} has the wrong type.`);
    }
    options[name] = value;
  }
  if ("seed" in body) world.random = createRandom(world.state.delivery.seed);
  world.changed();
  return { ...world.state.delivery };
};

const readClock: Handler = ({ world }) => ({ offsetMs: world.state.clockOffsetMs, now: world.now() });

const moveClock: Handler = async (context) => {
  const { world } = context;
  const body = await simBody(context);
  const offsetMs = asNumber(body.offsetMs) ?? world.state.clockOffsetMs;
  world.state.clockOffsetMs = offsetMs + (asNumber(body.advanceMs) ?? 0);
  world.changed();
  return { offsetMs: world.state.clockOffsetMs, now: world.now() };
};

/** Waits until nothing is left to send; a limit keeps a test from hanging when the app is down. */
const flush: Handler = async (context) => {
  const { world } = context;
  const body = await simBody(context);
  const until = Date.now() + (asNumber(body.timeoutMs) ?? 10_000);
  let counts = world.queue.counts();
  let hurriedAt = 0;
  while (counts.waiting + counts.inFlight > 0 && Date.now() < until) {
    if (body.isHurried === true && Date.now() - hurriedAt >= 100) {
      hurriedAt = Date.now();
      world.queue.hurry();
    }
    await wait(5);
    counts = world.queue.counts();
  }
  return { isEmpty: counts.waiting + counts.inFlight === 0, ...counts };
};

export const optionRoutes: Route[] = [
  { method: "GET", pattern: "/sim/state", handler: state },
  { method: "GET", pattern: "/sim/delivery", handler: readDelivery },
  { method: "PATCH", pattern: "/sim/delivery", handler: changeDelivery },
  { method: "GET", pattern: "/sim/clock", handler: readClock },
  { method: "POST", pattern: "/sim/clock", handler: moveClock },
  { method: "POST", pattern: "/sim/flush", handler: flush },
];
