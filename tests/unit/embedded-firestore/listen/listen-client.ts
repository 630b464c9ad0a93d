import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import protobuf from "protobufjs";
import type { ListenRequest, ListenStream } from "@/embedded-firestore/listen/listen-stream";
import { serveListen } from "@/embedded-firestore/listen/serve-listen";
import type { WireTarget } from "@/embedded-firestore/protocol/messages";
import type { StatusError } from "@/embedded-firestore/protocol/status";
import type { Storage } from "@/embedded-firestore/storage/storage";

const sdk = dirname(createRequire(import.meta.url).resolve("@google-cloud/firestore/package.json"));
const protos = JSON.parse(readFileSync(join(sdk, "build", "protos", "v1.json"), "utf8"));
const responses = protobuf.Root.fromJSON(protos).lookupType("google.firestore.v1.ListenResponse");

type Time = { seconds?: number; nanos?: number };
export type Message = {
  targetChange?: {
    targetChangeType: "NO_CHANGE" | "ADD" | "REMOVE" | "CURRENT" | "RESET";
    targetIds: number[];
    cause?: { code: number; message: string };
    resumeToken: Uint8Array;
    readTime?: Time;
  };
  documentChange?: { document: WireDocument; targetIds: number[] };
  documentDelete?: { document: string; removedTargetIds: number[] };
  documentRemove?: { document: string; removedTargetIds: number[] };
};
type WireDocument = { name: string; fields: Record<string, { integerValue?: number }>; updateTime: Time };

/** A snapshot as a client sees it: by short name when each document was updated, in microseconds. */
export type Snapshot = { readTime: number; documents: Map<string, number> };

export const database = "projects/demo/databases/(default)";
/** Ids alone in the collection `things`, paths elsewhere. */
export const shortName = (full: string) =>
  full.slice(`${database}/documents/`.length).replace(/^things\//, "");
const micros = ({ seconds = 0, nanos = 0 }: Time) => seconds * 1_000_000 + Math.floor(nanos / 1_000);

/** The client's end of a Listen stream, which keeps the state of one target as the SDK does. */
export class ListenClient {
  readonly messages: Message[] = [];
  readonly snapshots: Snapshot[] = [];
  error: StatusError | null = null;
  token: Uint8Array | undefined;
  readonly #target: number;
  readonly #documents = new Map<string, number>();
  readonly #changes = new Map<string, number | null>();
  #isCurrent = false;
  #isReading = true;
  #unread: Uint8Array[] = [];
  #end: { request: (request: ListenRequest) => void; drain: () => void; end: () => void };
  #waiting: (() => void)[] = [];

  constructor(target = 1) {
    this.#target = target;
    this.#end = { request: () => {}, drain: () => {}, end: () => {} };
  }

  /** Opens a stream, another one after a loss. */
  connect(storage: Storage): this {
    this.#changes.clear();
    this.#unread = [];
    this.#isReading = true;
    let isOpen = true;
    const end = { request: (_: ListenRequest) => {}, drain: () => {}, end: () => {} };
    const stream: ListenStream = {
      database,
      onRequest: (handler) => Object.assign(end, { request: handler }),
      onDrain: (handler) => Object.assign(end, { drain: handler }),
      onEnd: (handler) =>
        Object.assign(end, {
          end: () => {
            isOpen = false;
            handler();
          },
        }),
      send: (bytes) => isOpen && this.#receive(bytes),
      fail: (error) => {
        this.error = error;
        this.#tell();
      },
    };
    this.#end = end;
    serveListen(storage, stream);
    return this;
  }

  add(target: WireTarget): this {
    this.#end.request({ addTarget: { targetId: this.#target, resumeToken: this.token ?? null, ...target } });
    return this;
  }

  remove(id = this.#target): void {
    this.#end.request({ removeTarget: id });
  }

  disconnect(): void {
    this.#end.end();
  }

  /** Takes no messages from now on: the one that is sent next fills the pipe. */
  pause(): void {
    this.#isReading = false;
  }

  read(): void {
    this.#isReading = true;
    for (const bytes of this.#unread.splice(0)) this.#apply(bytes);
    this.#end.drain();
  }

  get unread(): number {
    return this.#unread.length;
  }

  get last(): Snapshot | undefined {
    return this.snapshots.at(-1);
  }

  /** Resolves when something is true of what was received. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) {
      if (this.error) throw this.error;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Resolves with the first snapshot at or after a time. */
  async at(readTime: number): Promise<Snapshot> {
    await this.until(() => (this.last?.readTime ?? -1) >= readTime);
    return this.last as Snapshot;
  }

  #receive(bytes: Uint8Array): boolean {
    if (this.#isReading) this.#apply(bytes);
    else this.#unread.push(bytes);
    return this.#isReading;
  }

  #apply(bytes: Uint8Array): void {
    const message = responses.toObject(responses.decode(bytes), {
      longs: Number,
      enums: String,
      arrays: true,
      defaults: false,
    }) as Message;
    this.messages.push(message);
    if (message.targetChange) this.#applyTargetChange(message.targetChange);
    const { documentChange, documentDelete, documentRemove } = message;
    if (documentChange?.targetIds.includes(this.#target))
      this.#changes.set(documentChange.document.name, micros(documentChange.document.updateTime));
    const gone = documentDelete ?? documentRemove;
    if (gone?.removedTargetIds.includes(this.#target)) this.#changes.set(gone.document, null);
    this.#tell();
  }

  #applyTargetChange(change: NonNullable<Message["targetChange"]>): void {
    const isOurs = change.targetIds.length === 0 || change.targetIds.includes(this.#target);
    if (!isOurs) return;
    if (change.targetChangeType === "RESET") {
      this.#changes.clear();
      for (const name of this.#documents.keys()) this.#changes.set(name, null);
      this.#isCurrent = false;
    }
    if (change.targetChangeType === "CURRENT") this.#isCurrent = true;
    const isSnapshot =
      (change.targetChangeType ?? "NO_CHANGE") === "NO_CHANGE" && change.targetIds.length === 0;
    if (!isSnapshot || !change.readTime || !this.#isCurrent) return;
    for (const [name, updatedAt] of this.#changes) {
      if (updatedAt === null) this.#documents.delete(name);
      else this.#documents.set(name, updatedAt);
    }
    this.#changes.clear();
    this.token = change.resumeToken;
    const documents = [...this.#documents].map(([name, at]) => [shortName(name), at] as const);
    this.snapshots.push({ readTime: micros(change.readTime), documents: new Map(documents) });
  }

  #tell(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
