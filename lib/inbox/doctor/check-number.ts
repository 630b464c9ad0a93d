import { readNumberSending, readNumberStanding } from "@/lib/channels/whatsapp/read-setup";
import type { Channel } from "@/lib/domain/channel";
import {
  judgeCanSend,
  judgeMessagingLimit,
  judgeNameStatus,
  judgeNumberStatus,
  judgeQuality,
  judgeTemplates,
  judgeThroughput,
} from "@/lib/domain/doctor/judge-number";
import { judged, unknown, type Verdict } from "@/lib/domain/doctor/result";
import { env } from "@/lib/env";
import { graphBaseUrl } from "@/lib/inbox/channels/graph-hosts";
import { readAllTemplates } from "@/lib/inbox/templates/read-all";
import { ask } from "./check-channel";
import { fromGraph } from "./from-graph";
import type { Look, RunForChannel, Runs } from "./target";

type Ids =
  | "quality"
  | "messagingLimit"
  | "nameStatus"
  | "numberStatus"
  | "canSend"
  | "throughput"
  | "templates";

/** Checks of how a WhatsApp number stands at Meta. */
export const numberRuns: Runs<Ids, RunForChannel> = {
  quality: async (look, channel) =>
    judged(await standing(look, channel), ({ quality }) => judgeQuality(quality)),
  messagingLimit: async (look, channel) =>
    judged(await standing(look, channel), ({ messagingLimit }) => judgeMessagingLimit(messagingLimit)),
  nameStatus: async (look, channel) =>
    judged(await standing(look, channel), ({ nameStatus }) => judgeNameStatus(nameStatus)),
  numberStatus: async (look, channel) => judged(await standing(look, channel), judgeNumberStatus),
  canSend: async (look, channel) =>
    judged(await sending(look, channel), ({ canSend, words }) => judgeCanSend({ value: canSend, words })),
  throughput: async (look, channel) =>
    judged(await sending(look, channel), ({ level, isBesideApp }) =>
      judgeThroughput({ level, isBesideApp, perSecond: env().WHATSAPP_MESSAGES_PER_SECOND }),
    ),
  templates: checkTemplates,
};

const standing = (look: Look, channel: Channel) => ask(look, channel, "standing", readNumberStanding);
const sending = (look: Look, channel: Channel) => ask(look, channel, "sending", readNumberSending);

async function checkTemplates(_look: Look, channel: Channel): Promise<Verdict> {
  const all = await readAllTemplates(channel);
  if (all.ok) return judgeTemplates(all.templates);
  if (!all.failure) return unknown({ why: "because", check: "token" });
  const { failure } = all;
  return judged(fromGraph<never>("whatsapp", graphBaseUrl(channel), { ok: false, failure }), judgeTemplates);
}
