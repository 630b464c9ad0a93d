import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { judgeGraphVersion } from "@/lib/domain/doctor/graph-versions";
import {
  judgeClock,
  judgeCredentialsKey,
  judgeEnvironment,
  judgeMediaDisk,
} from "@/lib/domain/doctor/judge-server";
import { unknown, type Verdict } from "@/lib/domain/doctor/result";
import type { Sealed } from "@/lib/domain/sealed";
import { env } from "@/lib/env";
import { doorSecrets } from "@/lib/inbox/channels/door-secrets";
import { placeOf } from "@/lib/inbox/channels/secrets";
import { mediaDisk, mediaPlace } from "@/lib/inbox/media/disk";
import { openSecret } from "@/lib/inbox/seal/open";
import { sealingKey } from "@/lib/inbox/seal/seal";
import { graphTime } from "./check-app";
import { channelsOf, type Look, type Run, type Runs } from "./target";

/** Checks of the server itself. */
export const serverRuns: Runs<
  "environment" | "credentialsKey" | "mediaDisk" | "clock" | "graphVersion",
  Run
> = {
  environment,
  credentialsKey,
  mediaDisk: checkMediaDisk,
  async clock(look) {
    const time = await graphTime(look);
    if (!time.isAnswering) return unknown({ why: "because", check: "graph" });
    if (time.at === null) return unknown({ why: "notTold" });
    return judgeClock(time.askedAt - time.at);
  },
  graphVersion: async ({ now }) => judgeGraphVersion(env().META_GRAPH_VERSION, now),
};

async function environment(look: Look): Promise<Verdict> {
  const { META_APP_ID, APP_URL } = env();
  if (!look.channels.ok) return look.channels.verdict;
  const needed: string[] = [];
  const wanted = [...(META_APP_ID ? [] : ["META_APP_ID"]), ...(APP_URL ? [] : ["APP_URL"])];
  for (const kind of ["whatsapp", "instagram"] as const) {
    if (channelsOf(look, kind).length === 0) continue;
    const { appSecrets, verifyTokens } = await doorSecrets(kind);
    if (appSecrets.length === 0) needed.push("META_APP_SECRET");
    if (verifyTokens.length === 0) needed.push(`${kind.toUpperCase()}_VERIFY_TOKEN`);
  }
  return judgeEnvironment({ needed: [...new Set(needed)], wanted });
}

async function credentialsKey({ channels }: Look): Promise<Verdict> {
  if (!channels.ok) return channels.verdict;
  const key = sealingKey();
  const stored = channels.data.flatMap((channel) => {
    const { token, verifyToken, appSecrets } = channel.credentials ?? {};
    const named = (sealed: Sealed | null | undefined, field: "token" | "verifyToken" | "appSecret") =>
      sealed ? [{ sealed, place: placeOf(channel.id, field), name: channel.name }] : [];
    return [
      ...named(token, "token"),
      ...named(verifyToken, "verifyToken"),
      ...(appSecrets ?? []).flatMap((one) => named(one, "appSecret")),
    ];
  });
  const opened = await Promise.all(stored.map(({ sealed, place }) => openSecret(sealed, place)));
  const closed = stored.filter((_secret, at) => opened[at] === null).map(({ name }) => name);
  return judgeCredentialsKey({
    hasKey: key !== null,
    stored: stored.length,
    closed: [...new Set(closed)],
    withOldKey: stored.filter(({ sealed }) => sealed.key !== key).length,
  });
}

/** Writes a small file, reads it and deletes it. */
async function checkMediaDisk(): Promise<Verdict> {
  const place = mediaPlace();
  const disk = mediaDisk();
  if (!place || !disk) return judgeMediaDisk(null, null);
  const key = `setup-check/${randomUUID()}.txt`;
  try {
    await disk.put(key, Buffer.from(key));
    const isSame = (await text(await disk.read(key))) === key;
    await disk.delete(key);
    return judgeMediaDisk(place.name, isSame ? null : "the file came back changed");
  } catch (error) {
    return judgeMediaDisk(place.name, causeOf(error));
  }
}

/** The system's own word for it, such as EACCES, which is what whoever runs the server looks for. */
function causeOf(error: unknown, depth = 0): string {
  const { code, cause, message } = (error ?? {}) as { code?: unknown; cause?: unknown; message?: unknown };
  if (cause && depth < 5) return causeOf(cause, depth + 1);
  return typeof code === "string" ? code : typeof message === "string" ? message : "no reason given";
}
