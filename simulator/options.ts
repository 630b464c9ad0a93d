import type { DeliveryOptions } from "./world/types";

export type WhatsAppAccount = {
  phoneNumberId: string;
  wabaId: string;
  /** As people write it, e.g. "+1 555-078-3881". */
  displayPhone: string;
  token: string;
  verifyToken: string;
  /** What Meta calls the business behind the number. */
  name?: string;
  /** Signs its webhooks; the app's when not given. */
  appSecret?: string;
};

export type InstagramAccount = {
  accountId: string;
  pageId: string;
  username: string;
  token: string;
  verifyToken: string;
  /** `instagram`: without a Page, by Instagram Login. Else through the Page `pageId`. */
  login?: "facebook" | "instagram";
  /** Signs its webhooks and exchanges its tokens; the app's when not given. */
  appSecret?: string;
};

export type SimulatorOptions = {
  /** 0 takes a free port. */
  port: number;
  /** Where webhooks go, without a path; null records them only. */
  appUrl: string | null;
  /** Signs every webhook; the first of a comma-separated list. */
  appSecret: string;
  appId: string;
  whatsapp: WhatsAppAccount;
  instagram: InstagramAccount;
  /** Folder for the state; null keeps it in memory. */
  dir: string | null;
  /** An app that was just made: no webhook is set up, nothing is subscribed. */
  isNewApp: boolean;
  /** Adds a few people on the first start. */
  hasSampleCustomers: boolean;
  delivery: Partial<DeliveryOptions>;
};

export type PartialOptions = Partial<Omit<SimulatorOptions, "whatsapp" | "instagram">> & {
  whatsapp?: Partial<WhatsAppAccount>;
  instagram?: Partial<InstagramAccount>;
};

/** Fills in what was not given with made-up ids, so that a test names only what it asserts on. */
export function withDefaults(given: PartialOptions): SimulatorOptions {
  return {
    port: given.port ?? 0,
    appUrl: given.appUrl ?? null,
    appSecret: (given.appSecret ?? "simulator-app-secret").split(",")[0]?.trim() ?? "",
    appId: given.appId ?? "700100200300400",
    dir: given.dir ?? null,
    isNewApp: given.isNewApp ?? false,
    hasSampleCustomers: given.hasSampleCustomers ?? false,
    delivery: given.delivery ?? {},
    whatsapp: {
      phoneNumberId: "500600700800900",
      wabaId: "400500600700800",
      displayPhone: "+1 555-014-7700",
      token: "simulator-whatsapp-token",
      verifyToken: "simulator-verify-token",
      ...given.whatsapp,
    },
    instagram: {
      accountId: "17841400000001234",
      pageId: "300400500600700",
      username: "parley.demo",
      token: "simulator-instagram-token",
      verifyToken: "simulator-verify-token",
      ...given.instagram,
    },
  };
}

export const defaultDelivery: DeliveryOptions = {
  appUrl: null,
  sentDelayMs: 150,
  deliveredDelayMs: 300,
  readDelayMs: 500,
  extraDelayMs: 0,
  reorderMs: 0,
  duplicateChance: 0,
  batchSize: 1,
  batchWaitMs: 50,
  concurrency: 8,
  retryDelaysMs: [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000],
  answerTimeoutMs: 20_000,
  isStatusBeforeAnswer: false,
  windowFailure: "answer",
  isPairLimited: true,
  messagesPerSecond: 80,
  hasHumanAgent: true,
  seed: 1,
};
