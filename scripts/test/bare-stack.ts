import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { localChannels } from "../stack/identity";
import { startStack } from "../stack/stack";
import { waitUntil } from "../stack/wait";

/** What a person has in hand after installing Parley and making an app at Meta. */
export type BareState = {
  appUrl: string;
  simulatorUrl: string;
  /** Printed by the server: makes the first admin. */
  welcomeLink: string;
  meta: {
    appSecret: string;
    whatsapp: { phoneNumberId: string; wabaId: string; token: string };
    instagram: { accountId: string; pageId: string; token: string };
  };
};

export type BareStack = { statePath: string; stop(): Promise<void> };

/** A stack as after an installation: no members, no channels, an app at Meta that was just made. */
export async function startBareStack(dir: string): Promise<BareStack> {
  rmSync(dir, { recursive: true, force: true });
  const stack = await startStack({ dir, mode: "production", projectId: "demo-first-run", isBare: true });
  try {
    const { secrets } = stack;
    let welcomeLink: string | null = null;
    const isPrinted = async () => {
      welcomeLink = linkIn(join(dir, "logs", "app.log"));
      return welcomeLink !== null;
    };
    await waitUntil("The link for the first account", isPrinted, { timeoutMs: 30_000 });
    const { phoneNumberId, wabaId } = localChannels.whatsapp;
    const state: BareState = {
      appUrl: stack.app.url,
      simulatorUrl: stack.simulator.url,
      welcomeLink: welcomeLink ?? "",
      meta: {
        appSecret: secrets.appSecret.split(",")[0]?.trim() ?? "",
        whatsapp: { phoneNumberId, wabaId, token: secrets.whatsappAccessToken },
        instagram: { ...localChannels.instagram, token: secrets.instagramAccessToken },
      },
    };
    const statePath = join(dir, "bare.json");
    writeFileSync(statePath, JSON.stringify(state), { mode: 0o600 });
    return { statePath, stop: stack.stop };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

function linkIn(logPath: string): string | null {
  if (!existsSync(logPath)) return null;
  return /https?:\/\/\S+\/welcome\?\S+/.exec(readFileSync(logPath, "utf8"))?.[0] ?? null;
}
