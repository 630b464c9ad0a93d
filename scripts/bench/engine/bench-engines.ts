import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { initializeApp } from "firebase-admin/app";
import { type Firestore, getFirestore } from "firebase-admin/firestore";
import type { Store } from "../../stack/store";
import { atLeast, atMost, report } from "../report";
import { median } from "../stats";
import type { Row } from "./figures";
import { fillWatched, listenerRows, WATCHED, writesAlone, writesBeside } from "./listeners";
import { DOCUMENTS, fill, queryRows } from "./queries";
import { type Engine, embeddedEngine, groupMemoryMb, officialEmulator } from "./server";
import { contention, creates, transactions } from "./writes";

/** What the embedded engine has to reach beside the emulator, by row; null where it is told without an aim. */
const aims: [row: RegExp, factor: number | null][] = [
  [/^creates, 50 at once$/, 1.3],
  [/^transactions, 20 at once$/, 1.5],
  [/^query: /, 50],
  [/^memory, with/, 3],
  [/just started|batches|normal|first run/, null],
];

const rate = (row: string, measure: Row["measure"], rounds = 3): Row => ({
  row,
  unit: "/s",
  isBetter: "higher",
  rounds,
  measure,
});

const writeRows: Row[] = [
  rate("creates, one at a time", (db) => creates(db, 1)),
  rate("creates, 50 at once", (db) => creates(db, 50)),
  rate("transactions, one at a time", (db) => transactions(db, 1)),
  rate("transactions, 20 at once", (db) => transactions(db, 20)),
  { row: "20 transactions on one document", unit: "ms", isBetter: "lower", rounds: 3, measure: contention },
];

type Running = { engine: Engine; store: Store; db: Firestore };

/**
 * The engine's rows, and beside each the official emulator's where this machine has one: both run at the same time and
 * take turns, so that whatever else the machine does meets both. The engine has every write on disk before it answers;
 * the emulator has no disk. What the disk's part is, the rows of the relaxed engine (synchronous=normal) tell.
 */
export async function benchEngines(): Promise<void> {
  report("disk: one small write, flushed", flushMs(), "ms");
  const official = officialEmulator();
  const engines = [embeddedEngine("full"), ...(official ? [official] : [])];
  const running: Running[] = [];
  try {
    for (const engine of engines) running.push(await start(engine));
    compare("memory, just started", "MB", "lower", running.map(memory));
    await warmUp(running);
    for (const row of writeRows) await compareRow(row, running);
    await benchRelaxed(running);
    await compareRow(rate(`batches of 500, ${DOCUMENTS.toLocaleString("en")} documents`, fill, 0), running);
    for (const row of queryRows) await compareRow(row, running);
    for (const { db } of running) await fillWatched(db);
    const listening = new Map<string, number[]>();
    for (const row of listenerRows) listening.set(row.row, await compareRow(row, running));
    const [alone = 0, beside = 0] = [writesAlone, writesBeside].map((row) => listening.get(row)?.[0]);
    report("engine: cost of 20 listeners for a writer", (alone / beside - 1) * 100, "%", atMost(25));
    const total = (DOCUMENTS + WATCHED).toLocaleString("en");
    compare(`memory, with ${total} documents`, "MB", "lower", running.map(memory));
    await stop(running);
    const again = await timed(() => engines[0]?.start() ?? Promise.reject());
    report(`engine: start, ${total} documents`, again.ms, "ms", atMost(3000));
    await again.result.stop();
  } finally {
    await stop(running);
    for (const engine of engines) engine.cleanUp();
  }
}

/** The rows of writes once more, on an engine that leaves the moment of writing to disk to the system. */
async function benchRelaxed(running: Running[]): Promise<void> {
  const engine = embeddedEngine("normal");
  const relaxed = await start(engine, "quiet");
  try {
    await warmUp([relaxed]);
    const beside = [relaxed, ...running.filter((one) => one.engine.name === "emulator")];
    for (const row of writeRows) await compareRow({ ...row, row: `${row.row}, synchronous=normal` }, beside);
  } finally {
    await stop([relaxed]);
    engine.cleanUp();
  }
}

/** Lets both sides compile what the rows will run; nothing of it counts. */
async function warmUp(running: Running[]): Promise<void> {
  for (const { db } of running) {
    for (const width of [50, 1]) await creates(db, width);
    for (const width of [20, 1]) await transactions(db, width);
  }
}

const startTimes: number[] = [];

async function start(engine: Engine, how: "told" | "quiet" = "told"): Promise<Running> {
  const { result: store, ms } = await timed(engine.start);
  if (how === "told") {
    startTimes.push(ms);
    if (engine.name === "emulator") compare("start, empty", "ms", "lower", startTimes);
  }
  return { engine, store, db: connect(store) };
}

async function stop(running: Running[]): Promise<void> {
  for (const { db, store } of running.splice(0)) {
    await db.terminate();
    await store.stop();
  }
}

const memory = ({ store }: Running) => groupMemoryMb(store.child);

/** Measures a row on each engine, in turns, and reports it; the figures in the order of the engines. */
async function compareRow(row: Row, running: Running[]): Promise<number[]> {
  const figures = running.map((): number[] => []);
  for (let round = 0; round <= row.rounds; round++) {
    for (const [index, { db }] of running.entries()) {
      const figure = await row.measure(db);
      if (round > 0 || row.rounds === 0) figures[index]?.push(figure);
    }
  }
  const medians = figures.map(median);
  compare(row.row, row.unit, row.isBetter, medians);
  return medians;
}

function compare(row: string, unit: string, isBetter: Row["isBetter"], figures: number[]): void {
  const [ours = Number.NaN, theirs] = figures;
  report(`engine: ${row}`, ours, unit);
  if (theirs === undefined) return;
  report("  the official emulator", theirs, unit);
  const found = aims.find(([pattern]) => pattern.test(row));
  const factor = found ? found[1] : 1;
  const ratio = isBetter === "higher" ? ours / theirs : theirs / ours;
  report("  times better", ratio, "×", factor === null ? undefined : atLeast(factor));
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const startedAt = performance.now();
  const result = await work();
  return { result, ms: performance.now() - startedAt };
}

let serial = 0;

/** A client that goes by the emulator's variable, as the app's own does: no credentials, no TLS. */
function connect(store: Store): Firestore {
  serial += 1;
  process.env.METADATA_SERVER_DETECTION = "none";
  process.env.FIRESTORE_EMULATOR_HOST = store.host;
  return getFirestore(initializeApp({ projectId: store.projectId }, `bench-engine-${serial}`));
}

/** What the disk takes for 4 KB that must be on it: the floor of one write at a time. */
function flushMs(): number {
  const dir = mkdtempSync(join(tmpdir(), "parley-bench-disk-"));
  const file = openSync(join(dir, "flushed"), "w");
  const took: number[] = [];
  for (let index = 0; index < 100; index++) {
    const startedAt = performance.now();
    writeSync(file, Buffer.alloc(4096), 0, 4096, index * 4096);
    fdatasyncSync(file);
    took.push(performance.now() - startedAt);
  }
  closeSync(file);
  rmSync(dir, { recursive: true });
  return median(took);
}
