import { createInterface } from "node:readline";
import { beside } from "./beside";
import { type Part, spawnPart } from "./part";

/** SQLite's pages and documents' bytes are outside this heap; without a limit it fills with garbage. */
const HEAP_MB = 320;

export type StorePart = Part & {
  /** What it said on standard error before it served. */ lastWords(): string;
};

/** Starts the embedded Firestore with its data in `dir`. It serves once it prints its address. */
export function startStorePart(dir: string, port: number): StorePart {
  const indexes = beside("firestore.indexes.json", "firestore.indexes.json");
  const { child, pid, ended, signal } = spawnPart({
    file: beside("store.mjs", "embedded-firestore/main.ts"),
    args: ["--data", dir, "--port", String(port), "--indexes", indexes],
    heapMb: HEAP_MB,
    env: { ...process.env, NODE_OPTIONS: undefined },
    output: "pipe",
  });
  const up = Promise.withResolvers<void>();
  let words: string | null = "";
  createInterface({ input: child.stdout ?? process.stdin }).on("line", (line) => {
    if (words === null) return void process.stdout.write(`${line}\n`);
    if (!line.includes('"firestoreHost"')) return;
    words = null;
    up.resolve();
  });
  child.stderr?.on("data", (data: Buffer) => {
    if (words === null) process.stderr.write(data);
    else words += data;
  });
  return { pid, ended, signal, isUp: up.promise, lastWords: () => (words ?? "").trim() };
}
