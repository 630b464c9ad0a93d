import { noteDoor } from "@/lib/store/webhook-door";
import { appSecret, appUrl, setEnv, sim, world } from "./healthy";
import { closedAddress, startSite } from "./internet";
import { app, asksMeta, environment, type MadeFault, startsWith } from "./make-fault";

export const appFaults: MadeFault[] = [
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
];

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
