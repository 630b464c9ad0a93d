import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { parseEnv } from "./lib/env";
import { API_CSP, FILE_CSP } from "./lib/server/security/content-security-policy";
import { HSTS, securityHeaders } from "./lib/server/security/security-headers";

const root = fileURLToPath(new URL(".", import.meta.url));
refuseBadEnvironment();

const apiHeaders = Object.entries(securityHeaders({ csp: API_CSP, isSecure: false, hasPopup: false })).map(
  ([key, value]) => ({ key, value }),
);

const fileRoutes = ["/api/inbox/media/:path*", "/api/v1/conversations/:id/messages/:messageId/media/:slot"];

const config: NextConfig = {
  output: "standalone",
  // A lock file in some folder above must not make Next take that folder for the project.
  outputFileTracingRoot: root,
  turbopack: { root },
  // `npm run verify` checks the types, of tests and scripts too; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // forbidden(): a page that a member may not see answers 403.
  experimental: { authInterrupts: true },
  // Pages get theirs in proxy.ts, with a nonce.
  headers: async () => [
    { source: "/api/:path*", headers: apiHeaders },
    // What is set here wins over what a route says, so the routes of files are named.
    ...fileRoutes.map((source) => ({
      source,
      headers: [{ key: "Content-Security-Policy", value: FILE_CSP }],
    })),
    { source: "/_next/static/:path*", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] },
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [HSTS],
    },
  ],
  serverExternalPackages: [
    "firebase-admin",
    "@google-cloud/firestore",
    "@google-cloud/storage",
    "@google-cloud/kms",
    "@grpc/grpc-js",
    "pino",
    // Media: native code, wasm, and files read at run time.
    "sharp",
    "flydrive",
    "file-type",
    "mediabunny",
    "opus-decoder",
  ],
  // file-type reads files through a part that it asks for at run time only.
  // A thread of its own decodes HEIC, out of the bundler's sight.
  outputFileTracingIncludes: {
    "/*": [
      "./node_modules/strtok3/lib/**",
      "./node_modules/heic-convert/**",
      "./node_modules/heic-decode/**",
      "./node_modules/libheif-js/**",
    ],
  },
};

// Messages are parsed at build time: browsers need no parser for them, which is 10 kB less.
const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/server/i18n.ts",
  experimental: { messages: { path: "./messages", locales: "infer", format: "json", precompile: true } },
});

export default withMessages(config);

function refuseBadEnvironment(): void {
  try {
    parseEnv(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
