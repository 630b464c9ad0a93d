import type { CheckState } from "@/lib/domain/doctor/result";
import { db } from "@/lib/store/firestore";
import { ids, instagramChannelId, whatsappChannelId } from "../../support/world";
import { setEnv, sim, standWell } from "./healthy";

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

export const wa = (id: string) => `${id}:${whatsappChannelId}`;
export const ig = (id: string) => `${id}:${instagramChannelId}`;
export const startsWith =
  (...names: string[]) =>
  (key: string) =>
    names.some((name) => key.startsWith(`${name}:`));

/** At Meta, an account does not stand well. */
const standing = (id: string, change: object) => ({
  make: () => sim("PATCH", `accounts/${id}`, change),
  mend: standWell,
});
export const number = (change: object) => standing(ids.phoneNumberId, change);
export const account = (change: object) => standing(ids.accountId, change);
export const node = (fields: object) => number({ node: fields });
export const token = (fields: object) => ({ token: fields });
export const app = (change: object) => ({ make: () => sim("PATCH", "app", change), mend: standWell });

export const environment = (values: Record<string, string | undefined>) => {
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
export const document = (path: string, change: Record<string, unknown>) => {
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

/** Whatever asks Meta for something. */
export const asksMeta = (key: string) =>
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
export const ofToken = (channelId: string) => (key: string) => asksMeta(key) && key.endsWith(`:${channelId}`);

export const needsNoStore = startsWith("mediaDisk", "clock", "graphVersion", "graph");
