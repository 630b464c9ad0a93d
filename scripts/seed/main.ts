import { conversations } from "@/lib/store/conversations";
import type { Account } from "../stack/state";
import { seedAccounts } from "./accounts";
import { seedBulk } from "./bulk";
import { seedDemo } from "./demo/run";

/** Seeds the store that the environment names. SEED and SEED_ACCOUNTS are JSON; see scripts/local/seed.ts. */
const { SEED = '{"kind":"none"}', SEED_ACCOUNTS = "[]", SIMULATOR_URL = "" } = process.env;
const seed: { kind: "demo" | "none" | "bulk"; conversations?: number } = JSON.parse(SEED);
const accounts: Account[] = JSON.parse(SEED_ACCOUNTS);

const people = await seedAccounts(accounts);
const isEmpty = (await conversations().limit(1).get()).empty;
if (isEmpty && seed.kind === "demo") await seedDemo({ simulatorUrl: SIMULATOR_URL, people, now: Date.now() });
if (isEmpty && seed.kind === "bulk") await seedBulk({ conversations: seed.conversations ?? 0, messages: 20 });
process.exit(0);
