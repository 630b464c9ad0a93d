import { randomBytes, randomInt } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Secrets = {
  appSecret: string;
  whatsappVerifyToken: string;
  instagramVerifyToken: string;
  apiKey: string;
  jobsSecret: string;
  credentialsKey: string;
  whatsappAccessToken: string;
  instagramAccessToken: string;
  adminPassword: string;
  agentPassword: string;
};

const fileName = "secrets.json";

/** What the environment gives, else what this folder kept from an earlier start, else made up now and kept. */
export function keptSecrets(dir: string): Secrets {
  const path = join(dir, fileName);
  const kept: Partial<Secrets> = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const secrets: Secrets = { ...madeUp(), ...kept, ...given() };
  mkdirSync(dir, { recursive: true });
  writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function given(): Partial<Secrets> {
  const { META_APP_SECRET, WHATSAPP_VERIFY_TOKEN, INSTAGRAM_VERIFY_TOKEN, API_KEY } = process.env;
  return {
    ...(META_APP_SECRET && { appSecret: META_APP_SECRET }),
    ...(WHATSAPP_VERIFY_TOKEN && { whatsappVerifyToken: WHATSAPP_VERIFY_TOKEN }),
    ...(INSTAGRAM_VERIFY_TOKEN && { instagramVerifyToken: INSTAGRAM_VERIFY_TOKEN }),
    ...(API_KEY && { apiKey: API_KEY }),
  };
}

function madeUp(): Secrets {
  const { WHATSAPP_VERIFY_TOKEN, INSTAGRAM_VERIFY_TOKEN } = process.env;
  const verifyToken = WHATSAPP_VERIFY_TOKEN || INSTAGRAM_VERIFY_TOKEN || random(16);
  return {
    appSecret: random(16),
    whatsappVerifyToken: verifyToken,
    instagramVerifyToken: verifyToken,
    apiKey: `parley_${random(20)}`,
    jobsSecret: random(20),
    credentialsKey: randomBytes(32).toString("base64"),
    whatsappAccessToken: `EAALOCAL${random(24)}`,
    instagramAccessToken: `IGAALOCAL${random(24)}`,
    adminPassword: password(),
    agentPassword: password(),
  };
}

const random = (bytes: number) => randomBytes(bytes).toString("hex");

/** Easy to type from a terminal into a phone: four groups without look-alikes, about 77 bits. */
function password(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
