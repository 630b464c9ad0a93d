import { randomBytes } from "node:crypto";
import { type Handler, SimError, simBody } from "../http/context";
import { asText } from "../http/json";
import type { Route } from "../http/routes";
import { allAccounts } from "../world/accounts";
import { newNumericId } from "../world/ids";
import { issueToken } from "../world/tokens";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Adds a number or an account with a token and an app secret of its own; what is not given is made up and answered. With
 * `login: "instagram"` it has no Page, and its token is short-lived (an hour) or, with `isLong`, one of 60 days.
 */
const add: Handler = async (context) => {
  const { world } = context;
  const body = await simBody(context);
  const given = (name: string, fallback: string) => asText(body[name]) ?? fallback;
  const common = {
    token: given("token", `EAAADDED${randomBytes(16).toString("hex")}`),
    verifyToken: "",
    appSecret: given("appSecret", randomBytes(16).toString("hex")),
  };
  const { whatsapp = [], instagram = [] } = world.state.accounts ?? {};
  if (body.channel === "whatsapp") {
    const account = {
      ...common,
      phoneNumberId: given("phoneNumberId", newNumericId(15)),
      wabaId: given("wabaId", newNumericId(15)),
      displayPhone: given("displayPhone", `+1 555-01${newNumericId(1)}-${newNumericId(4)}`),
      name: given("name", "Second shop"),
    };
    refuseTaken(context.world, account.phoneNumberId);
    world.state.accounts = { whatsapp: [...whatsapp, account], instagram };
    world.changed();
    return account;
  }
  if (body.channel !== "instagram") throw new SimError(400, "channel is whatsapp or instagram.");
  const login = body.login === "instagram" ? ("instagram" as const) : ("facebook" as const);
  const account = {
    ...common,
    login,
    accountId: given("accountId", `1784${newNumericId(13)}`),
    pageId: given("pageId", newNumericId(15)),
    username: given("username", `shop${newNumericId(4)}`),
  };
  refuseTaken(context.world, account.accountId);
  const shown = account.token;
  if (login === "instagram") {
    const issuedAt = world.now() - (typeof body.ageMs === "number" ? body.ageMs : 0);
    const expiresAt = issuedAt + (body.isLong === true ? 60 * DAY_MS : HOUR_MS);
    const isShort = body.isLong !== true;
    issueToken(world, { accountId: account.accountId, token: shown, isShort, issuedAt, expiresAt });
    account.token = `none-${randomBytes(8).toString("hex")}`;
  }
  world.state.accounts = { whatsapp, instagram: [...instagram, account] };
  world.changed();
  return { ...account, token: shown };
};

export const accountRoutes: Route[] = [{ method: "POST", pattern: "/sim/accounts", handler: add }];

function refuseTaken(world: Parameters<typeof allAccounts>[0], id: string): void {
  const isTaken = allAccounts(world).some((one) =>
    one.channel === "whatsapp" ? one.phoneNumberId === id : one.accountId === id,
  );
  if (isTaken) throw new SimError(400, `There is an account ${id} already.`);
}
