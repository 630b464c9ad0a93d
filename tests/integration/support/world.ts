import { randomBytes } from "node:crypto";
import { initializeApp } from "firebase-admin/app";
import { initializeFirestore } from "firebase-admin/firestore";
import { afterAll, beforeAll } from "vitest";
import type { Channel } from "@/lib/domain/channel";
import { forgetEnv } from "@/lib/env";
import { channels } from "@/lib/store/channels";
import { appSecret, verifyToken } from "./signed-request";

/** The ids that the fixtures in tests/fixtures/webhooks name. */
export const ids = {
  phoneNumberId: "100200300400500",
  wabaId: "900800700600500",
  displayPhone: "15550100200",
  accountId: "17840000000000001",
  pageId: "110000000000001",
} as const;

export const whatsappChannelId = `wa_${ids.phoneNumberId}`;
export const instagramChannelId = `ig_${ids.accountId}`;

/**
 * A store of its own for one test file: a fresh project id, before anything opens the store, and the app secret
 * and tokens that `signedRequest` and the handshake use. Call it at the top of a test file. With
 * `hasChannels` (the default) one WhatsApp number and one Instagram account are connected.
 */
export function useWorld(name: string, options: { hasChannels?: boolean } = {}): void {
  process.env.METADATA_SERVER_DETECTION ??= "none";
  startWorld(name);
  beforeAll(async () => {
    if (options.hasChannels !== false) await connectChannels();
  });
  afterAll(async () => {
    await globalThis.parleyFirestore?.terminate();
    globalThis.parleyFirestore = undefined;
  });
}

/** Leaves this store for an empty one; for properties that need a new store for each run. */
export async function nextWorld(name: string): Promise<void> {
  const previous = globalThis.parleyFirestore;
  startWorld(name);
  await previous?.terminate();
  await connectChannels();
}

/** Upserts the two channels. */
export async function connectChannels(): Promise<void> {
  await channels().doc(whatsappChannelId).set(whatsappChannel());
  await channels().doc(instagramChannelId).set(instagramChannel());
}

export function whatsappChannel(changes: Partial<Channel> = {}): Channel {
  return { ...channel, ...changes };
}

export function instagramChannel(changes: Partial<Channel> = {}): Channel {
  return {
    ...channel,
    id: instagramChannelId,
    type: "instagram",
    name: "Test Instagram",
    providerId: ids.accountId,
    wabaId: null,
    pageId: ids.pageId,
    displayPhone: null,
    username: "testshop",
    ...changes,
  };
}

const channel: Channel = {
  id: whatsappChannelId,
  type: "whatsapp",
  name: "Test WhatsApp",
  providerId: ids.phoneNumberId,
  wabaId: ids.wabaId,
  pageId: null,
  displayPhone: ids.displayPhone,
  username: null,
  isConnected: true,
  source: "env",
  pause: null,
  health: { quality: null, messagingLimit: null, nameStatus: null, accountState: null, updatedAt: null },
  lastEventAt: null,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
};

function startWorld(name: string): void {
  const projectId = `demo-${name}-${randomBytes(4).toString("hex")}`.toLowerCase();
  process.env.FIREBASE_PROJECT_ID = projectId;
  process.env.META_APP_SECRET = `an-older-secret,${appSecret}`;
  process.env.WHATSAPP_VERIFY_TOKEN = verifyToken;
  process.env.INSTAGRAM_VERIFY_TOKEN = verifyToken;
  forgetEnv();
  const app = initializeApp({ projectId }, projectId);
  globalThis.parleyFirestore = initializeFirestore(app, {}, "(default)");
  globalThis.parleyFirestore.settings({ ignoreUndefinedProperties: true });
}
