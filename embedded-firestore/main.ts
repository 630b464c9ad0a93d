import { parseArgs } from "node:util";
import { startEmbeddedFirestore } from "./server.ts";

const usage =
  "Usage: node embedded-firestore/main.ts --data <folder> --port <number> [--host 127.0.0.1] [--synchronous full|normal] [--indexes firestore.indexes.json]";

try {
  const server = await startEmbeddedFirestore({ ...readOptions(), onDiskFailed: endSoon });
  process.stdout.write(`${JSON.stringify({ firestoreHost: server.host })}\n`);
  const stop = () => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => giveUp(error),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  giveUp(error);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      port: { type: "string" },
      host: { type: "string" },
      synchronous: { type: "string", default: "full" },
      indexes: { type: "string" },
    },
  });
  const port = Number(values.port ?? "0");
  const { data, host, synchronous, indexes } = values;
  if (data === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(usage);
  if (synchronous !== "full" && synchronous !== "normal") throw new Error(usage);
  return { dir: data, port, host, synchronous, indexes } as const;
}

/** The answers to those who waited leave first. */
function endSoon(): void {
  setTimeout(() => process.exit(1), 200);
}

/** One plain sentence, then the end. */
function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : "The store could not start."}\n`);
  process.exit(1);
}
