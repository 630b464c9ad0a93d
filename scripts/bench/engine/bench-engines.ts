import { initializeApp } from "firebase-admin/app";
import { type Firestore, getFirestore } from "firebase-admin/firestore";
import type { Store } from "../../stack/store";
import { atLeast, atMost, report } from "../report";
import type { Figure, Figures } from "./figures";
import { listeners, WATCHED } from "./listeners";
import { DOCUMENTS, fill, queries } from "./queries";
import { type Engine, embeddedEngine, groupMemoryMb, officialEmulator } from "./server";
import { contention, creates, transactions } from "./writes";

const MEMORY = "memory of the server after all this";

/** What the embedded engine has to reach beside the emulator, by row; every other row: never slower. */
const aims: [row: RegExp, factor: number][] = [
  [/^creates, 50 at once/, 1.3],
  [/^transactions, 20 at once/, 1.5],
  [/^query: (?!slowest)/, 50],
  [/^memory/, 3],
];

/** The engine's rows, and the same rows of the official emulator with the ratio where this machine has one. */
export async function benchEngines(): Promise<void> {
  const ours = await measure(embeddedEngine());
  const official = officialEmulator();
  const theirs = official ? await measure(official) : null;
  for (const figure of ours.values()) {
    report(`engine: ${figure.row}`, figure.value, figure.unit);
    const other = theirs?.get(figure.row);
    if (!other) continue;
    report("  the official emulator", other.value, other.unit);
    const ratio = figure.isBetter === "higher" ? figure.value / other.value : other.value / figure.value;
    report("  times better", ratio, "×", atLeast(aims.find(([row]) => row.test(figure.row))?.[1] ?? 1));
  }
  const beside = ours.get("listen: writes beside 20 listeners")?.value ?? 0;
  const alone = ours.get("listen: writes alone, one at a time")?.value ?? 0;
  report("engine: cost of 20 listeners for a writer", (alone / beside - 1) * 100, "%", atMost(25));
}

/** Every row of one engine, in a process of its own that is ended after. */
export async function measure(engine: Engine): Promise<Figures> {
  const figures: Figures = new Map();
  const add = (figure: Figure) => {
    figures.set(figure.row, figure);
    console.log(`  ${engine.name}: ${figure.row} ${figure.value.toFixed(2)} ${figure.unit}`);
  };
  const rate = (row: string, value: number) => add({ row, value, unit: "/s", isBetter: "higher" });
  const less = (row: string, value: number, unit: string) => add({ row, value, unit, isBetter: "lower" });
  try {
    const server = await timed((ms) => less("start, empty", ms, "ms"), engine.start);
    less("memory of the server, just started", groupMemoryMb(server.child), "MB");
    const db = connect(server);
    rate("creates, one at a time", await creates(db, 1));
    rate("creates, 50 at once", await creates(db, 50));
    rate("transactions, one at a time", await transactions(db, 1));
    rate("transactions, 20 at once", await transactions(db, 20));
    less("20 transactions on one document", await contention(db), "ms");
    rate(`batches of 500, ${DOCUMENTS.toLocaleString("en")} documents`, await fill(db));
    for (const figure of await queries(db)) add(figure);
    for (const figure of await listeners(db)) add(figure);
    less(MEMORY, groupMemoryMb(server.child), "MB");
    await db.terminate();
    await server.stop();
    if (!engine.isDurable) return figures;
    const row = `start, ${(DOCUMENTS + WATCHED).toLocaleString("en")} documents`;
    await (await timed((ms) => less(row, ms, "ms"), engine.start)).stop();
    return figures;
  } finally {
    engine.cleanUp();
  }
}

async function timed<T>(tell: (ms: number) => void, start: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await start();
  tell(performance.now() - startedAt);
  return result;
}

let serial = 0;

/** A client that goes by the emulator's variable, as the app's own does: no credentials, no TLS. */
function connect(server: Store): Firestore {
  serial += 1;
  process.env.METADATA_SERVER_DETECTION = "none";
  process.env.FIRESTORE_EMULATOR_HOST = server.host;
  return getFirestore(initializeApp({ projectId: "demo-bench" }, `bench-engine-${serial}`));
}
