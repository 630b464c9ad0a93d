import { parseArgs } from "node:util";
import type { SaidLine } from "@/lib/domain/doctor/said-line";
import { checkSetup } from "@/lib/inbox/doctor/check-setup";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { englishVoice } from "@/lib/server/doctor/english-voice";
import { knownChannels } from "@/lib/server/doctor/known-channels";
import { sayLine } from "@/lib/server/doctor/say-line";
import { db } from "@/lib/store/firestore";
import { doctorTable } from "./doctor/table";
import { reachStore } from "./start/reach-store";

/**
 * `npm run doctor`: looks at the whole installation and prints what it found; with `--json` for programs. The exit code
 * is 1 when a check fails, 2 when the command itself could not run. With PARLEY_DATA it works beside a running server
 * and without one.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const checked = await checkSetup({ actor: systemActor });
  if (!checked.ok) throw new Error(checked.error.message);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const voice = englishVoice(timeZone);
  const channels = await knownChannels();
  const lines = checked.data.flatMap((result) => sayLine(result, voice, channels) ?? []);
  const hasColour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  const text = values.json
    ? JSON.stringify(lines.map(toJson), null, 2)
    : doctorTable(lines, voice, { hasColour, columns: process.stdout.columns ?? 100 });
  // A pipe takes its time; what is not written when the process ends is lost.
  await new Promise<void>((resolve) => process.stdout.write(`${text}\n`, () => resolve()));
  if (lines.some(({ state }) => state === "fail")) process.exitCode = 1;
}

function toJson({ id, channelId, subject, state, title, seen, fix, who, checkedAt }: SaidLine) {
  return {
    id,
    channelId,
    subject,
    state,
    title,
    seen,
    fix,
    who,
    checkedAt: new Date(checkedAt).toISOString(),
  };
}

let leaveStore: (() => Promise<void>) | null = null;
try {
  leaveStore = await reachStore();
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  // A store that never answered keeps its client waiting; nothing more is asked of it.
  // Calls that were given up on fail while it ends, and the client lets some of them fail unseen.
  process.on("unhandledRejection", () => undefined);
  await Promise.race([db().terminate(), new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
  await leaveStore?.();
  process.exit();
}
