import { resolve } from "node:path";

export type Seed = { kind: "demo" } | { kind: "none" } | { kind: "bulk"; conversations: number };

export type LocalOptions = { port: number | null; dir: string; seed: Seed; isReset: boolean };

/** What the environment and the command line ask of a local stack. Throws a readable message. */
export function localOptions(args: string[], env: Record<string, string | undefined>): LocalOptions {
  const unknown = args.find((argument) => argument !== "--reset");
  if (unknown) throw new Error(`Unknown option ${unknown}. There is one: --reset (start from empty data).`);
  return {
    port: env.PORT ? portFrom(env.PORT) : null,
    dir: resolve(env.LOCAL_DIR || ".local"),
    seed: seedFrom(env.LOCAL_SEED || "demo"),
    isReset: args.includes("--reset"),
  };
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT is not a port: ${text}`);
}

function seedFrom(text: string): Seed {
  if (text === "demo" || text === "none") return { kind: text };
  const conversations = Number(text);
  if (Number.isInteger(conversations) && conversations >= 0) return { kind: "bulk", conversations };
  throw new Error(`LOCAL_SEED is demo, none or a number of conversations, not ${text}`);
}
