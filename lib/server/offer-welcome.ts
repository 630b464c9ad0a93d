import { env } from "@/lib/env";
import { offerWelcomeCode } from "@/lib/inbox/members/welcome-code";
import { log } from "@/lib/log";
import { paths } from "@/lib/paths";

const RETRY_MS = 5_000;

/**
 * While nobody has an account here, prints the link that makes the first one, for whoever runs the machine: in plain
 * words on standard output, beside the log and not in it.
 */
export async function offerWelcome(): Promise<void> {
  try {
    const code = await offerWelcomeCode();
    if (code === null) return;
    const link = new URL(paths.welcome(code), env().APP_URL ?? "http://localhost:3000").href;
    process.stdout.write(
      `\nNobody has an account here yet. Open this link to make the first one; it works once:\n\n  ${link}\n\n`,
    );
  } catch (error) {
    log.warn({ err: error }, "the link for the first account could not be made; trying again");
    setTimeout(() => void offerWelcome(), RETRY_MS).unref();
  }
}
