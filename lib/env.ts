import { z } from "zod";

const flag = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");
const list = z.string().transform((value) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);
const kmsKeyName = /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/;
const graphVersion = z.string().regex(/^v\d+\.\d+$/, "is written like v26.0");

/** Every environment variable Parley reads. `.env.local.example` explains each; a test keeps the two the same. */
const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** Where people reach the inbox, e.g. https://inbox.example.com; needed for links and secure cookies behind a proxy. */
  APP_URL: z.url().optional(),
  /** How many proxies stand in front; each adds one address to X-Forwarded-For. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(1).max(5).default(1),

  META_APP_ID: z.string().optional(),
  META_APP_SECRET: list.optional(),
  META_GRAPH_VERSION: graphVersion.default("v26.0"),
  META_GRAPH_BASE_URL: z.url().default("https://graph.facebook.com"),
  INSTAGRAM_GRAPH_BASE_URL: z.url().optional(),

  WHATSAPP_PHONE_NUMBER_ID: z.string().optional(),
  WHATSAPP_BUSINESS_ACCOUNT_ID: z.string().optional(),
  WHATSAPP_ACCESS_TOKEN: z.string().optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().optional(),

  /** Messages a second from one number: 80 as Meta starts everyone; 20 where the phone app is used beside it. */
  WHATSAPP_MESSAGES_PER_SECOND: z.coerce.number().int().min(1).max(1000).default(80),

  INSTAGRAM_ACCOUNT_ID: z.string().optional(),
  INSTAGRAM_PAGE_ID: z.string().optional(),
  INSTAGRAM_ACCESS_TOKEN: z.string().optional(),
  INSTAGRAM_VERIFY_TOKEN: z.string().optional(),

  FIREBASE_PROJECT_ID: z.string().optional(),
  GOOGLE_CLOUD_PROJECT: z.string().optional(),
  GOOGLE_APPLICATION_CREDENTIALS: z.string().optional(),
  FIREBASE_DATABASE_ID: z.string().optional(),
  FIRESTORE_EMULATOR_HOST: z.string().optional(),
  FIREBASE_AUTH_EMULATOR_HOST: z.string().optional(),
  METADATA_SERVER_DETECTION: z.string().optional(),
  NEXT_PUBLIC_FIREBASE_API_KEY: z.string().optional(),
  NEXT_PUBLIC_FIREBASE_AUTH_DOMAIN: z.string().optional(),
  NEXT_PUBLIC_FIREBASE_PROJECT_ID: z.string().optional(),
  NEXT_PUBLIC_FIREBASE_APP_ID: z.string().optional(),
  /** Sign-in with Google, when the Firebase project has it switched on. */
  FIREBASE_GOOGLE_SIGN_IN: flag.optional(),

  /** A folder where a single server keeps everything: `npm start` runs the embedded store on it. */
  PARLEY_DATA: z.string().optional(),
  /** Where copies of media are kept: a folder (`<PARLEY_DATA>/media` when unset) or a Google Cloud Storage bucket. */
  MEDIA_DIR: z.string().optional(),
  MEDIA_BUCKET: z.string().optional(),
  /** 32 bytes each in base64 or hex; the first seals, all of them open. */
  CREDENTIALS_KEY: list.optional(),
  /** projects/…/locations/…/keyRings/…/cryptoKeys/…: Cloud KMS seals instead. */
  CREDENTIALS_KMS_KEY: z
    .string()
    .regex(kmsKeyName, "is written like projects/…/locations/…/keyRings/…/cryptoKeys/…")
    .optional(),
  CREDENTIALS_KMS_ENDPOINT: z.url().optional(),
  API_KEY: z.string().min(16, "needs at least 16 characters").optional(),
  /** Requests a minute that one API key may make of one process. */
  API_RATE_LIMIT_PER_MINUTE: z.coerce.number().int().positive().default(2000),
  JOBS_SECRET: z.string().min(16, "needs at least 16 characters").optional(),
  /** Tests and the local stack only: outgoing webhooks may go to this machine, and over plain http. */
  PARLEY_WEBHOOKS_TO_LOOPBACK: flag.optional(),
  /** Tests only: the Auth emulator takes forged tokens, so it is refused without this. */
  PARLEY_TEST_AUTH_EMULATOR: flag.optional(),
});

export type Env = z.infer<typeof schema>;

/** Reads and checks an environment. Throws one readable message that names every bad variable and no value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = schema.safeParse(given);
  const problems = result.success
    ? rulesBroken(result.data)
    : result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  if (!result.success || problems.length > 0) {
    throw new Error(
      `The environment is not right:\n${problems.map((line) => `  - ${line}`).join("\n")}\nEach variable is explained in .env.local.example.`,
    );
  }
  return result.data;
}

export const envNames = Object.keys(schema.shape);

let cached: Env | null = null;

/** The environment of this process, checked once. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The next `env()` reads process.env anew: for tests, and for commands that find their store first. */
export function forgetEnv(): void {
  cached = null;
}

function rulesBroken(value: Env): string[] {
  const broken: string[] = [];
  if (value.FIREBASE_AUTH_EMULATOR_HOST && !value.PARLEY_TEST_AUTH_EMULATOR) {
    broken.push("FIREBASE_AUTH_EMULATOR_HOST is for tests only: it accepts forged sign-ins. Take it out");
  }
  if (value.PARLEY_WEBHOOKS_TO_LOOPBACK && value.NODE_ENV === "production" && !isOnLoopback(value.APP_URL)) {
    broken.push(
      "PARLEY_WEBHOOKS_TO_LOOPBACK is for tests and npm run local: it lets admins reach what runs beside Parley. Take it out",
    );
  }
  if (value.WHATSAPP_PHONE_NUMBER_ID && !value.WHATSAPP_BUSINESS_ACCOUNT_ID) {
    broken.push("WHATSAPP_BUSINESS_ACCOUNT_ID is missing beside WHATSAPP_PHONE_NUMBER_ID");
  }
  if (value.MEDIA_DIR && value.MEDIA_BUCKET) {
    broken.push("MEDIA_DIR and MEDIA_BUCKET are both set: media is kept in one place. Take one out");
  }
  // Next's server changes into its own folder, which the next build empties.
  if (value.MEDIA_DIR && !/^(\/|[A-Za-z]:[\\/])/.test(value.MEDIA_DIR)) {
    broken.push("MEDIA_DIR is not a whole path: it has to begin with /");
  }
  if (value.PARLEY_DATA && value.NEXT_PUBLIC_FIREBASE_API_KEY) {
    broken.push(
      "NEXT_PUBLIC_FIREBASE_API_KEY is for Google's Firestore; with PARLEY_DATA people sign in with local accounts. Take one out",
    );
  }
  if (value.CREDENTIALS_KEY?.some((key) => sealingKeyOf(key) === null)) {
    broken.push("CREDENTIALS_KEY has to be 32 random bytes in base64 or hex: openssl rand -base64 32");
  }
  return broken;
}

/** The 32 bytes that one entry of `CREDENTIALS_KEY` is; null when it is not 32 bytes in base64 or hex. Pure. */
export function sealingKeyOf(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, "hex");
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null;
  const key = Buffer.from(text, "base64");
  return key.length === 32 ? key : null;
}

const isOnLoopback = (url: string | undefined): boolean =>
  url !== undefined && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(url).hostname);
