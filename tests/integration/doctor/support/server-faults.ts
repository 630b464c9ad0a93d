import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { instagramChannelId } from "../../support/world";
import { keys, setEnv, world } from "./healthy";
import { app, document, environment, type MadeFault, needsNoStore, ofToken, startsWith } from "./make-fault";
import { silentStore } from "./silent-store";
import { storeClient, withoutIndexOf } from "./store-faults";

export const serverFaults: MadeFault[] = [
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
