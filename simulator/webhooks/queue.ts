import type { Json } from "../http/json";
import { newLocalId } from "../world/ids";
import type { ChannelType, DeliveryOptions, SimState, Update, Webhook } from "../world/types";
import { encodeBody, signBody } from "./encode";
import { packUpdates } from "./pack";
import { postWebhook, webhookUrl } from "./post";

export type NewUpdate = {
  channel: ChannelType;
  kind: string;
  customerId: string | null;
  content: Json;
  delayMs?: number;
};

export type QueueContext = {
  state: () => SimState;
  /** `entry[].id`, the signing secret, and whether the app gets the account's webhooks at all. */
  deliveryOf: (
    channel: ChannelType,
    customerId: string | null,
  ) => { entryId: string; appSecret: string; isSubscribed: boolean };
  random: () => number;
  changed: () => void;
};

const keptFinished = 2000;

/** Packs updates into signed POSTs and delivers each until the app answers 200. */
export class WebhookQueue {
  readonly #context: QueueContext;
  readonly #finished: Webhook[] = [];
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #firstAttempts = new Map<string, () => void>();
  #ready: Webhook[] = [];
  #gathering: Update[] = [];
  #gatherTimer: NodeJS.Timeout | null = null;
  #inFlight = 0;
  #isStopped = false;

  constructor(context: QueueContext) {
    this.#context = context;
  }

  /** Takes up what an earlier run left. */
  resume(): void {
    const { updates, webhooks } = this.#context.state();
    for (const update of updates)
      this.#later(update.id, update.dueAt - Date.now(), () => this.#gather(update));
    for (const webhook of webhooks) this.#schedule(webhook);
  }

  /** Queues an update; the promise settles after its first attempt, whatever came of it. */
  add(update: NewUpdate): { id: string; firstAttempt: Promise<void> } {
    const { delivery, updates } = this.#context.state();
    const id = newLocalId("upd");
    const { isSubscribed } = this.#context.deliveryOf(update.channel, update.customerId);
    if (!isSubscribed) return { id, firstAttempt: Promise.resolve() };
    const jitterMs = delivery.reorderMs > 0 ? this.#context.random() * delivery.reorderMs : 0;
    const delayMs = (update.delayMs ?? 0) + delivery.extraDelayMs + jitterMs;
    const row: Update = { ...update, id, dueAt: Date.now() + delayMs };
    updates.push(row);
    const firstAttempt = new Promise<void>((resolve) => this.#firstAttempts.set(id, resolve));
    this.#later(id, delayMs, () => this.#gather(row));
    this.#context.changed();
    return { id, firstAttempt };
  }

  /** Queues a body that is already encoded, e.g. a raw or repeated one. */
  addBody(channel: ChannelType, kinds: string[], body: string, extra?: Partial<Webhook>): Webhook {
    const now = Date.now();
    const webhook: Webhook = {
      id: newLocalId("wh"),
      channel,
      kinds,
      body,
      signature: signBody(body, this.#context.deliveryOf(channel, null).appSecret),
      headers: {},
      createdAt: now,
      dueAt: now,
      attempts: [],
      state: "waiting",
      ...extra,
    };
    this.#context.state().webhooks.push(webhook);
    this.#schedule(webhook);
    return webhook;
  }

  /** Sends everything that waits for a delay or a retry now. */
  hurry(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    const { updates, webhooks } = this.#context.state();
    const gathered = new Set(this.#gathering);
    for (const update of [...updates]) if (!gathered.has(update)) this.#gather(update);
    this.#packGathered();
    const busy = new Set(this.#ready);
    for (const webhook of webhooks) {
      if (webhook.state === "waiting" && !busy.has(webhook) && !this.#flying.has(webhook))
        this.#ready.push(webhook);
    }
    this.#pump();
  }

  counts(): { waiting: number; inFlight: number } {
    const { updates, webhooks } = this.#context.state();
    return { waiting: updates.length + webhooks.length - this.#inFlight, inFlight: this.#inFlight };
  }

  /** What was sent and what waits, newest first. */
  log(): Webhook[] {
    const rows = [...this.#finished, ...this.#context.state().webhooks].reverse();
    return rows.sort((a, b) => b.createdAt - a.createdAt);
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    for (const settle of this.#firstAttempts.values()) settle();
    this.#firstAttempts.clear();
    this.#ready = [];
    this.#gathering = [];
    this.#finished.length = 0;
    const state = this.#context.state();
    state.updates = [];
    state.webhooks = [];
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    if (this.#gatherTimer) clearTimeout(this.#gatherTimer);
  }

  readonly #flying = new Set<Webhook>();

  #later(id: string, delayMs: number, run: () => void): void {
    if (delayMs <= 0) {
      run();
      return;
    }
    this.#timers.set(
      id,
      setTimeout(() => {
        this.#timers.delete(id);
        run();
      }, delayMs),
    );
  }

  #gather(update: Update): void {
    const { batchSize, batchWaitMs } = this.#options();
    this.#gathering.push(update);
    if (this.#gathering.length >= batchSize) {
      this.#packGathered();
      return;
    }
    this.#gatherTimer ??= setTimeout(() => this.#packGathered(), batchWaitMs);
  }

  #packGathered(): void {
    if (this.#gatherTimer) clearTimeout(this.#gatherTimer);
    this.#gatherTimer = null;
    const gathered = this.#gathering;
    this.#gathering = [];
    const taken = new Set(gathered);
    const state = this.#context.state();
    state.updates = state.updates.filter((update) => !taken.has(update));
    const about = (update: Update) => this.#context.deliveryOf(update.channel, update.customerId);
    const entryOf = (update: Update) => about(update).entryId;
    for (const { channel, entryId, updates } of packUpdates(gathered, this.#options().batchSize, entryOf)) {
      const body = encodeBody(this.#envelope(channel, entryId, updates));
      const first = updates[0];
      const signature = first && { signature: signBody(body, about(first).appSecret) };
      const kinds = updates.map((update) => update.kind);
      const settle = updates.map((update) => this.#firstAttempts.get(update.id));
      const webhook = this.addBody(channel, kinds, body, signature);
      for (const update of updates) this.#firstAttempts.delete(update.id);
      this.#firstAttempts.set(webhook.id, () => {
        for (const done of settle) done?.();
      });
      if (this.#context.random() < this.#options().duplicateChance)
        this.addBody(channel, kinds, body, signature);
    }
  }

  #envelope(channel: ChannelType, entryId: string, updates: Update[]): Json {
    if (channel === "whatsapp") {
      const changes = updates.map((update) => update.content);
      return { object: "whatsapp_business_account", entry: [{ id: entryId, changes }] };
    }
    const messaging = updates.map((update) => update.content);
    return {
      object: "instagram",
      entry: [{ time: updates[0]?.content.timestamp ?? Date.now(), id: entryId, messaging }],
    };
  }

  #schedule(webhook: Webhook): void {
    this.#later(webhook.id, webhook.dueAt - Date.now(), () => {
      this.#ready.push(webhook);
      // A task of its own, so that a caller can hang its first-attempt listener on a body it just added.
      queueMicrotask(() => this.#pump());
    });
  }

  #pump(): void {
    while (!this.#isStopped && this.#inFlight < this.#options().concurrency) {
      const webhook = this.#ready.shift();
      if (!webhook) return;
      this.#inFlight += 1;
      this.#flying.add(webhook);
      void this.#deliver(webhook).finally(() => {
        this.#inFlight -= 1;
        this.#flying.delete(webhook);
        this.#pump();
      });
    }
  }

  async #deliver(webhook: Webhook): Promise<void> {
    const { appUrl, answerTimeoutMs, retryDelaysMs } = this.#options();
    const at = Date.now();
    const setUp = this.#context.state().webhookUrls?.[webhook.channel];
    const address = setUp ?? (appUrl && webhookUrl(appUrl, webhook.channel));
    const answer = address
      ? await postWebhook(address, webhook, answerTimeoutMs)
      : { status: 200, error: null, body: "" };
    webhook.attempts.push({ at, status: answer.status, ms: Date.now() - at, error: answer.error });
    this.#firstAttempts.get(webhook.id)?.();
    this.#firstAttempts.delete(webhook.id);
    if (answer.status === 200) this.#finish(webhook, "delivered");
    else if (retryDelaysMs.length === 0) this.#finish(webhook, "given_up");
    else {
      const delayMs = retryDelaysMs[Math.min(webhook.attempts.length, retryDelaysMs.length) - 1] ?? 1000;
      webhook.dueAt = Date.now() + delayMs;
      if (this.#context.state().webhooks.includes(webhook) && !this.#isStopped) this.#schedule(webhook);
    }
    this.#context.changed();
  }

  #finish(webhook: Webhook, outcome: "delivered" | "given_up"): void {
    webhook.state = outcome;
    const state = this.#context.state();
    const at = state.webhooks.indexOf(webhook);
    if (at >= 0) state.webhooks.splice(at, 1);
    this.#finished.push(webhook);
    if (this.#finished.length > keptFinished) this.#finished.splice(0, this.#finished.length - keptFinished);
  }

  #options(): DeliveryOptions {
    return this.#context.state().delivery;
  }
}
