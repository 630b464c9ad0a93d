import { existsSync } from "node:fs";
import { runSingleServer } from "./single-server";

/**
 * `npm start`, bundled beside Next's server. With PARLEY_DATA it runs the embedded store and the app, on that folder;
 * without, this process becomes the app, and its data are in Google Cloud Firestore. Settings are those of the
 * environment, then of .env.local.
 */
if (existsSync(".env.local")) process.loadEnvFile(".env.local");
const folder = process.env.PARLEY_DATA;
if (folder) {
  const code = await runSingleServer(folder).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
  process.exit(code);
}
// Not a bundled module: Next writes it beside this one.
const server = new URL("./server.js", import.meta.url).href;
await import(server);
