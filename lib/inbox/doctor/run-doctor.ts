import type { Channel, ChannelType } from "@/lib/domain/channel";
import { type Check, type CheckId, checks } from "@/lib/domain/doctor/checks";
import { dated } from "@/lib/domain/doctor/keep";
import {
  type CheckResult,
  type DoctorReport,
  lineKey,
  unknown,
  type Verdict,
} from "@/lib/domain/doctor/result";
import { log } from "@/lib/log";
import { appRuns, graphRun } from "./check-app";
import { channelRuns, channelsRun } from "./check-channel";
import { numberRuns } from "./check-number";
import { serverRuns } from "./check-server";
import { storeRuns } from "./check-store";
import { tokenRuns } from "./check-token";
import { readChannels } from "./read-channels";
import { type Look, newLook, type Run, type RunForChannel, type RunForKind } from "./target";
import { LATE, within } from "./within";

const LIMIT_MS = 20_000;

const once: Partial<Record<CheckId, Run>> = {
  ...serverRuns,
  ...storeRuns,
  graph: graphRun,
  channels: channelsRun,
};
const forKind: Partial<Record<CheckId, RunForKind>> = appRuns;
const forChannel: Partial<Record<CheckId, RunForChannel>> = { ...tokenRuns, ...channelRuns, ...numberRuns };

type Line = Pick<CheckResult, "id" | "channel" | "channelId"> & { run: (look: Look) => Promise<Verdict> };

export type DoctorOptions = {
  /** Epoch ms. */
  now: number;
  /** What was found before, for since when each line is as it is. */
  before?: DoctorReport | null;
  /** Looks at one line only, by its `lineKey`. */
  only?: string | null;
  /** The lines to come, by their keys, in their order. */
  onBegin?: ((keys: string[]) => void) | undefined;
  /** Each line as soon as it is known. */
  onResult?: ((result: CheckResult) => void) | undefined;
  /** How long one check may take, in ms. */
  limitMs?: number;
};

/**
 * Looks at everything, all at once, and gives a line for each check and what it is about, in the order of the list. A
 * check that throws or takes too long is unknown and holds up no other. Never rejects.
 */
export async function runDoctor(options: DoctorOptions): Promise<CheckResult[]> {
  const { now, before, only, onBegin, onResult, limitMs = LIMIT_MS } = options;
  const look = newLook(now, await readChannels());
  const earlier = new Map((before?.results ?? []).map((result) => [lineKey(result), result]));
  const lines = linesOf(look).filter((line) => !only || lineKey(line) === only);
  onBegin?.(lines.map(lineKey));
  return Promise.all(
    lines.map(async ({ run, ...line }) => {
      const verdict = await isolated(line.id, () => run(look), limitMs);
      const result = dated({ ...line, ...verdict }, earlier.get(lineKey(line)), now);
      onResult?.(result);
      return result;
    }),
  );
}

async function isolated(id: string, run: () => Promise<Verdict>, limitMs: number): Promise<Verdict> {
  try {
    const verdict = await within(limitMs, run());
    return verdict === LATE ? unknown({ why: "timeout", seconds: Math.round(limitMs / 1000) }) : verdict;
  } catch (error) {
    log.warn({ err: error, check: id }, "a setup check failed by itself");
    return unknown({ why: "crashed" });
  }
}

/** What there is to look at. While the channels cannot be read, one line stands for all of a check. */
function linesOf(look: Look): Line[] {
  return (checks as readonly Check[]).flatMap((check): Line[] => {
    if (check.per === "once") return [line(check, null, null, (now) => need(once, check)(now))];
    if (!look.channels.ok) {
      const { verdict } = look.channels;
      return [line(check, null, null, async () => verdict)];
    }
    const channels = look.channels.data.filter(({ type }) => !check.only || type === check.only);
    return check.per === "kind" ? kindLines(check, channels) : channelLines(check, channels);
  });
}

function kindLines(check: Check, channels: readonly Channel[]): Line[] {
  const kinds = [...new Set(channels.map(({ type }) => type))].sort().reverse();
  return kinds.map((kind) => line(check, kind, null, (look) => need(forKind, check)(look, kind)));
}

function channelLines(check: Check, channels: readonly Channel[]): Line[] {
  return channels.map((channel) =>
    line(check, channel.type, channel.id, (look) => need(forChannel, check)(look, channel)),
  );
}

function line({ id }: Check, channel: ChannelType | null, channelId: string | null, run: Line["run"]): Line {
  return { id, channel, channelId, run };
}

/** A check without its function is unknown, as one that failed. */
function need<R>(runs: Partial<Record<CheckId, R>>, { id }: Check): R {
  const run = runs[id];
  if (!run) throw new Error(`The check ${id} cannot look`);
  return run;
}
