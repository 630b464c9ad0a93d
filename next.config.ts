import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { parseEnv } from "./lib/env";

const root = fileURLToPath(new URL(".", import.meta.url));
refuseBadEnvironment();

const config: NextConfig = {
  output: "standalone",
  // A lock file in some folder above must not make Next take that folder for the project.
  outputFileTracingRoot: root,
  turbopack: { root },
  poweredByHeader: false,
  reactStrictMode: true,
  // forbidden(): a page that a member may not see answers 403.
  experimental: { authInterrupts: true },
  serverExternalPackages: ["firebase-admin", "@google-cloud/firestore", "@grpc/grpc-js", "pino"],
};

export default createNextIntlPlugin("./lib/server/i18n.ts")(config);

function refuseBadEnvironment(): void {
  try {
    parseEnv(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
