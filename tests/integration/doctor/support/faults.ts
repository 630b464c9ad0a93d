import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Firestore, Query } from "firebase-admin/firestore";
import type { CheckState } from "@/lib/domain/doctor/result";
import { forgetDoorSecrets } from "@/lib/inbox/channels/door-secrets";
import { db } from "@/lib/store/firestore";
import { noteDoor } from "@/lib/store/webhook-door";
import { ids, instagramChannelId, whatsappChannelId } from "../../support/world";
import { appSecret, appUrl, keys, setEnv, sim, standWell, world } from "./healthy";
import { closedAddress, startSite } from "./internet";
import { silentStore } from "./silent-store";

export type MadeFault = {
  name: string;
  /** The line that turns, by its key. */
  line: string;
  state: CheckState;
  outcome: string;
  make: () => unknown;
  mend: () => unknown;
  /** Lines of the same check that turn with it, because both kinds of channel are one app's. */
  also?: string[];
  /** Lines that cannot be looked at while it lasts. */
  hides?: (key: string) => boolean;
};

const wa = (id: string) => `${id}:${whatsappChannelId}`;
const ig = (id: string) => `${id}:${instagramChannelId}`;
const startsWith =
  (...names: string[]) =>
  (key: string) =>
    names.some((name) => key.startsWith(`${name}:`));
const DAY_MS = 24 * 60 * 60_000;

/** At Meta, an account does not stand well. */
const standing = (id: string, change: object) => ({
  make: () => sim("PATCH", `accounts/${id}`, change),
  mend: standWell,
});
const number = (change: object) => standing(ids.phoneNumberId, change);
const account = (change: object) => standing(ids.accountId, change);
const node = (fields: object) => number({ node: fields });
const token = (fields: object) => ({ token: fields });
const app = (change: object) => ({ make: () => sim("PATCH", "app", change), mend: restoreApp });

async function restoreApp() {
  await standWell();
}

const environment = (values: Record<string, string | undefined>) => {
  const before = new Map<string, string | undefined>();
  return {
    make: () => {
      for (const name of Object.keys(values)) before.set(name, process.env[name]);
      setEnv(values);
    },
    mend: () => setEnv(Object.fromEntries(before)),
  };
};

/** A document is changed for as long as the fault lasts. */
const document = (path: string, change: Record<string, unknown>) => {
  let before: FirebaseFirestore.DocumentData | undefined;
  return {
    make: async () => {
      const ref = db().doc(path);
      before = (await ref.get()).data();
      await ref.set({ ...before, ...change });
    },
    mend: async () => void (before ? await db().doc(path).set(before) : await db().doc(path).delete()),
  };
};

/** The client of the store is another for as long as the fault lasts. */
const storeClient = (other: (real: Firestore) => Promise<Firestore> | Firestore) => {
  let real: Firestore;
  return {
    make: async () => {
      real = db();
      globalThis.parleyFirestore = await other(real);
      forgetDoorSecrets();
    },
    mend: () => {
      globalThis.parleyFirestore = real;
    },
  };
};

/** Answers as Google's Firestore does to a query of `group` that has to be sorted by more than one field. */
function withoutIndexOf(group: string): (real: Firestore) => Firestore {
  const refusing = (query: Query, sorts: number): Query =>
    new Proxy(query, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        if (name === "get" && sorts > 1) {
          return async () =>
            Promise.reject(Object.assign(new Error("The query requires an index"), { code: 9 }));
        }
        return (...given: unknown[]) => {
          const next = value.apply(target, given);
          const isQuery = name === "orderBy" || name === "limit" || name === "select";
          return isQuery ? refusing(next, sorts + (name === "orderBy" ? 1 : 0)) : next;
        };
      },
    });
  return (real) =>
    new Proxy(real, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          const next = value.apply(target, given);
          return name === "collection" && given[0] === group ? refusing(next, 0) : next;
        };
      },
    });
}

/** Whatever asks Meta for something. */
const asksMeta = (key: string) =>
  startsWith(
    "clock",
    "callbackUrl",
    "webhookFields",
    "token",
    "tokenExpiry",
    "scopes",
    "appId",
    "numberInAccount",
    "pageLink",
    "subscription",
    "subscribedFields",
    "messageAccess",
    "quality",
    "messagingLimit",
    "nameStatus",
    "numberStatus",
    "canSend",
    "throughput",
    "templates",
  )(key);

/** What is asked with a channel's token, which Meta refuses; the token's own lines are asked with the app's. */
const ofToken = (channelId: string) => (key: string) => asksMeta(key) && key.endsWith(`:${channelId}`);

const needsNoStore = startsWith("mediaDisk", "clock", "graphVersion", "graph");

/** Every fault the checks know, and how it is made. */
export const faults: MadeFault[] = [
  {
    name: "the app's id is not set",
    line: "environment:",
    state: "warn",
    outcome: "wanted",
    ...environment({ META_APP_ID: undefined }),
    hides: startsWith("callbackUrl", "webhookFields", "appId", "subscription", "subscribedFields"),
  },
  {
    name: "no verify token is set",
    line: "environment:",
    state: "fail",
    outcome: "missing",
    ...environment({ WHATSAPP_VERIFY_TOKEN: undefined }),
    hides: (key) => key === "webhookReachable:whatsapp",
  },
  {
    name: "no key for secrets is set",
    line: "credentialsKey:",
    state: "fail",
    outcome: "lost",
    ...environment({ CREDENTIALS_KEY: undefined }),
    hides: ofToken(instagramChannelId),
  },
  {
    name: "an older key opens them",
    line: "credentialsKey:",
    state: "warn",
    outcome: "oldKey",
    ...environment({ CREDENTIALS_KEY: `${keys.second},${keys.first}` }),
  },
  {
    name: "no place for files is set",
    line: "mediaDisk:",
    state: "fail",
    outcome: "nowhere",
    ...environment({ MEDIA_DIR: undefined, PARLEY_DATA: undefined }),
  },
  {
    name: "the place for files cannot be written",
    line: "mediaDisk:",
    state: "fail",
    outcome: "refused",
    ...brokenDisk(),
  },
  {
    name: "the clock is 90 s behind",
    line: "clock:",
    state: "fail",
    outcome: "farBehind",
    ...app({ dateSkewMs: 90_000 }),
  },
  {
    name: "the clock is 12 s ahead",
    line: "clock:",
    state: "warn",
    outcome: "bitAhead",
    ...app({ dateSkewMs: -12_000 }),
  },
  {
    name: "the Graph version has ended",
    line: "graphVersion:",
    state: "fail",
    outcome: "ended",
    ...environment({ META_GRAPH_VERSION: "v20.0" }),
  },

  {
    name: "the store does not answer",
    line: "store:",
    state: "fail",
    outcome: "silent",
    ...storeClient(silentStore),
    hides: (key) => !needsNoStore(key),
  },
  {
    name: "an index is not deployed",
    line: "indexes:",
    state: "fail",
    outcome: "missing",
    ...storeClient(withoutIndexOf("uploads")),
  },
  {
    name: "the rules are open",
    line: "rules:",
    state: "fail",
    outcome: "open",
    make: () => {
      world.rulesStatus = 200;
    },
    mend: () => {
      world.rulesStatus = 403;
    },
  },
  {
    name: "a message is unconfirmed",
    line: "queues:",
    state: "warn",
    outcome: "unconfirmed",
    ...document("outbox/odd", { state: "unconfirmed", sortKey: "1", lane: "x", dueAt: null }),
  },
  {
    name: "a webhook waits for an hour",
    line: "oldestEvent:",
    state: "fail",
    outcome: "old",
    ...document("webhookEvents/odd", {
      state: "received",
      receivedAt: Date.now() - 60 * 60_000,
      dueAt: Date.now(),
    }),
  },

  {
    name: "Meta cannot be reached",
    line: "graph:",
    state: "fail",
    outcome: "unreachable",
    ...unreachableGraph(),
    hides: asksMeta,
  },
  {
    name: "Meta answers with a page",
    line: "graph:",
    state: "fail",
    outcome: "noAnswer",
    ...pageGraph(),
    hides: asksMeta,
  },
  {
    name: "nothing answers at the public address",
    line: "webhookReachable:whatsapp",
    state: "fail",
    outcome: "silent",
    ...siteFor("whatsapp", "closed"),
  },
  {
    name: "a page answers in its place",
    line: "webhookReachable:instagram",
    state: "fail",
    outcome: "wrong",
    ...siteFor("instagram", "page"),
  },
  {
    name: "the verify token is refused",
    line: "webhookReachable:whatsapp",
    state: "fail",
    outcome: "refused",
    ...siteFor("whatsapp", "forbidden"),
  },
  {
    name: "the app delivers elsewhere",
    line: "callbackUrl:whatsapp",
    state: "fail",
    outcome: "elsewhere",
    ...app({ webhooks: { whatsapp: { callbackUrl: "https://old.example.com/hook" } } }),
  },
  {
    name: "the app has no webhook",
    line: "callbackUrl:instagram",
    state: "fail",
    outcome: "none",
    ...app({ webhooks: { instagram: { callbackUrl: null } } }),
    hides: (key) => key === "webhookFields:instagram",
  },
  {
    name: "the webhook is switched off",
    line: "callbackUrl:instagram",
    state: "fail",
    outcome: "inactive",
    ...app({ webhooks: { instagram: { isActive: false } } }),
  },
  {
    name: "messages are not subscribed to",
    line: "webhookFields:whatsapp",
    state: "fail",
    outcome: "noMessages",
    ...app({ webhooks: { whatsapp: { fields: ["account_update"] } } }),
  },
  {
    name: "fields are missing",
    line: "webhookFields:instagram",
    state: "warn",
    outcome: "some",
    ...app({ webhooks: { instagram: { fields: ["messages", "messaging_postbacks"] } } }),
  },
  {
    name: "webhooks are signed with another secret",
    line: "appSecret:whatsapp",
    state: "fail",
    outcome: "refused",
    ...otherSecret(),
  },
  {
    name: "the app's id and secret do not belong together",
    line: "appSecret:whatsapp",
    state: "fail",
    outcome: "appRefused",
    ...wrongAppSecret(),
  },

  { name: "no channel is connected", line: "channels:", state: "warn", outcome: "none", ...disconnected() },
  {
    name: "the token was revoked",
    line: wa("token"),
    state: "fail",
    outcome: "invalid",
    ...number(token({ isValid: false })),
    hides: ofToken(whatsappChannelId),
  },
  {
    name: "the token was revoked",
    line: ig("token"),
    state: "fail",
    outcome: "invalid",
    ...account(token({ isValid: false })),
    hides: ofToken(instagramChannelId),
  },
  {
    name: "there is no token",
    line: wa("token"),
    state: "fail",
    outcome: "missing",
    ...environment({ WHATSAPP_ACCESS_TOKEN: undefined }),
    hides: ofToken(whatsappChannelId),
  },
  {
    name: "the token has ended",
    line: wa("tokenExpiry"),
    state: "fail",
    outcome: "over",
    ...number(token({ expiresAt: Date.now() - DAY_MS })),
    hides: ofToken(whatsappChannelId),
  },
  {
    name: "the token ends in three days",
    line: ig("tokenExpiry"),
    state: "warn",
    outcome: "soon",
    ...account(token({ expiresAt: Date.now() + 3 * DAY_MS })),
  },
  {
    name: "a permission is missing",
    line: wa("scopes"),
    state: "fail",
    outcome: "missing",
    ...number(token({ scopes: ["whatsapp_business_management"] })),
  },
  {
    name: "an Instagram permission is missing",
    line: ig("scopes"),
    state: "fail",
    outcome: "missing",
    ...account(
      token({ scopes: ["instagram_basic", "pages_manage_metadata", "pages_messaging", "pages_show_list"] }),
    ),
  },
  {
    name: "a wanted permission is missing",
    line: ig("scopes"),
    state: "warn",
    outcome: "less",
    ...account(token({ scopes: ["instagram_basic", "instagram_manage_messages", "pages_manage_metadata"] })),
  },
  {
    name: "the token is another app's",
    line: wa("appId"),
    state: "fail",
    outcome: "other",
    ...number(token({ appId: "999" })),
  },
  {
    name: "the account lacks the number",
    line: wa("numberInAccount"),
    state: "fail",
    outcome: "missing",
    ...number({ isListed: false }),
  },
  {
    name: "the Page is linked to another account",
    line: ig("pageLink"),
    state: "fail",
    outcome: "other",
    ...account({ linkedAccountId: "1" }),
  },
  {
    name: "the Page is linked to none",
    line: ig("pageLink"),
    state: "fail",
    outcome: "none",
    ...account({ linkedAccountId: null }),
  },
  {
    name: "the app is not subscribed to the account",
    line: wa("subscription"),
    state: "fail",
    outcome: "none",
    ...number({ isSubscribed: false }),
  },
  {
    name: "the app is not subscribed to the Page",
    line: ig("subscription"),
    state: "fail",
    outcome: "none",
    ...account({ isSubscribed: false }),
    hides: (key) => key === ig("subscribedFields"),
  },
  {
    name: "the Page does not tell of messages",
    line: ig("subscribedFields"),
    state: "fail",
    outcome: "noMessages",
    ...account({ subscribedFields: ["feed"] }),
  },
  {
    name: "the account keeps its messages from apps",
    line: ig("messageAccess"),
    state: "fail",
    outcome: "refused",
    ...account({ areMessagesAllowed: false }),
  },
  {
    name: "nothing came for ten days",
    line: wa("lastEvent"),
    state: "warn",
    outcome: "quiet",
    ...document(`channels/${whatsappChannelId}`, { lastEventAt: Date.now() - 10 * DAY_MS }),
  },
  {
    name: "nothing ever came",
    line: ig("lastEvent"),
    state: "warn",
    outcome: "never",
    ...document(`channels/${instagramChannelId}`, { lastEventAt: null }),
  },
  {
    name: "sending is paused",
    line: wa("sending"),
    state: "fail",
    outcome: "paused",
    ...document(`channels/${whatsappChannelId}`, {
      pause: { code: 190, subcode: null, at: Date.now(), tokenHint: null },
    }),
  },
  {
    name: "the quality is medium",
    line: wa("quality"),
    state: "warn",
    outcome: "medium",
    ...node({ quality_rating: "YELLOW" }),
  },
  {
    name: "the quality is low",
    line: wa("quality"),
    state: "fail",
    outcome: "low",
    ...node({ quality_rating: "RED" }),
  },
  {
    name: "the limit is 250 people",
    line: wa("messagingLimit"),
    state: "warn",
    outcome: "small",
    ...node({ whatsapp_business_manager_messaging_limit: "TIER_250" }),
  },
  {
    name: "the name is declined",
    line: wa("nameStatus"),
    state: "fail",
    outcome: "declined",
    ...node({ name_status: "DECLINED" }),
  },
  {
    name: "the name is being checked",
    line: wa("nameStatus"),
    state: "warn",
    outcome: "pending",
    ...node({ name_status: "PENDING_REVIEW" }),
  },
  {
    name: "the number is banned",
    line: wa("numberStatus"),
    state: "fail",
    outcome: "banned",
    ...node({ status: "BANNED" }),
  },
  {
    name: "the number is a test number",
    line: wa("numberStatus"),
    state: "warn",
    outcome: "sandbox",
    ...node({ account_mode: "SANDBOX" }),
  },
  {
    name: "Meta blocks it",
    line: wa("canSend"),
    state: "fail",
    outcome: "blocked",
    ...node({
      health_status: {
        can_send_message: "BLOCKED",
        entities: [
          {
            entity_type: "WABA",
            id: "1",
            can_send_message: "BLOCKED",
            errors: [
              {
                error_code: 141006,
                error_description: "There is an issue with the payment method.",
                possible_solution: "Add one.",
              },
            ],
          },
        ],
      },
    }),
  },
  {
    name: "the number is not registered",
    line: wa("throughput"),
    state: "fail",
    outcome: "notRegistered",
    ...node({ throughput: { level: "NOT_APPLICABLE" } }),
  },
  {
    name: "the phone app is used beside it",
    line: wa("throughput"),
    state: "warn",
    outcome: "besideApp",
    ...node({ is_on_biz_app: true }),
  },
  {
    name: "a template is paused",
    line: wa("templates"),
    state: "warn",
    outcome: "stopped",
    make: () => sim("PATCH", "templates/hello_again/en_US", { status: "PAUSED" }),
    mend: () => sim("PATCH", "templates/hello_again/en_US", { status: "APPROVED" }),
  },
];

function brokenDisk() {
  const broken = environment({ MEDIA_DIR: undefined });
  return {
    make: () => {
      broken.make();
      const file = join(world.mediaDir, "a-file");
      writeFileSync(file, "not a folder");
      setEnv({ MEDIA_DIR: join(file, "media") });
    },
    mend: broken.mend,
  };
}

function unreachableGraph() {
  const changed = environment({ META_GRAPH_BASE_URL: undefined });
  return {
    make: async () => {
      changed.make();
      setEnv({ META_GRAPH_BASE_URL: await closedAddress() });
    },
    mend: changed.mend,
  };
}

function pageGraph() {
  const changed = environment({ META_GRAPH_BASE_URL: undefined });
  let stop: () => Promise<void> = async () => undefined;
  return {
    make: async () => {
      changed.make();
      const site = await startSite((_request, response) => {
        response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
      });
      stop = site.stop;
      setEnv({ META_GRAPH_BASE_URL: site.url });
    },
    mend: async () => {
      changed.mend();
      await stop();
    },
  };
}

/** At the public address one kind's webhook is answered by something else, the other's as before. */
function siteFor(kind: string, how: "closed" | "page" | "forbidden") {
  let stop: () => Promise<void> = async () => undefined;
  return {
    make: async () => {
      const site = await startSite(async (request, response) => {
        if (!request.url?.includes(kind)) {
          const passed = await fetch(`${world.app.url}${request.url}`);
          response.writeHead(passed.status).end(await passed.text());
          return;
        }
        if (how === "closed") request.socket.destroy();
        else if (how === "page") response.writeHead(200).end("<h1>Sign in</h1>");
        else response.writeHead(403).end("Forbidden");
      });
      stop = site.stop;
      world.internet.leadsTo(appUrl, site.url);
    },
    mend: async () => {
      world.internet.leadsTo(appUrl, world.app.url);
      await stop();
    },
  };
}

/** Meta signs with a secret that is not ours; afterwards with the right one again. */
function otherSecret() {
  const send = (secret?: string) =>
    sim("POST", "webhooks/raw", {
      channel: "whatsapp",
      body: { object: "whatsapp_business_account", entry: [] },
      secret,
    });
  return {
    make: () => send("another-secret-of-another-app"),
    mend: async () => {
      await send();
      // The door writes good signatures down once in a while only.
      await noteDoor("whatsapp", { acceptedAt: Date.now() }, { isReset: true });
    },
  };
}

/** Meta has given the app another secret: what we know no longer opens its own pages to us. */
function wrongAppSecret() {
  return {
    make: () => {
      world.simulator.world.options.appSecret = "a-new-secret-nobody-copied";
    },
    mend: () => {
      world.simulator.world.options.appSecret = appSecret;
    },
    also: ["appSecret:instagram"],
    hides: startsWith("callbackUrl", "webhookFields"),
  };
}

function disconnected() {
  const both = [whatsappChannelId, instagramChannelId].map((id) =>
    document(`channels/${id}`, { isConnected: false }),
  );
  return {
    make: async () => void (await Promise.all(both.map(({ make }) => make()))),
    mend: async () => void (await Promise.all(both.map(({ mend }) => mend()))),
  };
}
