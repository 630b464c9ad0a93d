import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = [{ find: /^@\//, replacement: root }];

/** What every suite sees. Suites of the store choose their own project id (see tests/support). */
const env = { METADATA_SERVER_DETECTION: "none", LOG_LEVEL: process.env.LOG_LEVEL ?? "silent", TZ: "UTC" };

const shared = { environment: "node", pool: "forks", isolate: true, env } as const;

/** With real processes on a busy machine: a test gets a second try in CI, and the run says which needed it. */
const withServers = { ...shared, retry: process.env.CI ? 1 : 0 } as const;

/** A choice of the integration suites: one of each walk. */
const onTheEmulatorToo = [
  "tests/integration/ingest/front-door.test.ts",
  "tests/integration/ingest/items.test.ts",
  "tests/integration/live/hub.test.ts",
  "tests/integration/outbound/send.test.ts",
  "tests/integration/auth/sessions.test.ts",
  "tests/integration/api/lists.test.ts",
];

export default defineConfig({
  resolve: { alias },
  test: {
    reporters: ["default"],
    projects: [
      {
        resolve: { alias },
        oxc: { jsx: { runtime: "automatic" } },
        test: {
          ...shared,
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}", "tests/architecture/**/*.test.ts"],
          testTimeout: 15_000,
        },
      },
      {
        resolve: { alias },
        oxc: { jsx: { runtime: "automatic" } },
        test: {
          ...withServers,
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/own-project.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          ...withServers,
          name: "engine",
          include: ["tests/engine/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        oxc: { jsx: { runtime: "automatic" } },
        test: {
          ...withServers,
          name: "emulator",
          include: ["tests/emulator/**/*.test.ts", ...onTheEmulatorToo],
          setupFiles: ["tests/support/own-project.ts", "tests/support/indexes-on-emulator.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          ...withServers,
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
