import type { Member } from "@/lib/domain/member";
import { channelIdOf } from "@/lib/domain/provider-keys";
import { conversations } from "@/lib/store/conversations";
import { inUnit } from "@/lib/store/unit";
import { localChannels } from "../../stack/identity";
import { writeAgentReply } from "./agent-reply";
import { type Phone, phoneOf } from "./phone";
import type { AgentKey, Play, Step } from "./script";
import { waitForThread } from "./wait-for-thread";

const MINUTE_MS = 60_000;

export type Stage = { simulatorUrl: string; agents: Record<AgentKey, Member>; now: number };

type Scene = {
  stage: Stage;
  channelId: string;
  phone: Phone;
  /** Provider ids of the messages that have a name. */
  named: Map<string, string>;
  /** Provider ids of what the customer wrote, oldest first. */
  inbound: string[];
};

/** Plays one conversation: the customer's part on the phone, the agents' straight into the store. */
export async function perform(play: Play, stage: Stage): Promise<void> {
  const { whatsapp, instagram } = localChannels;
  const providerId = play.channel === "whatsapp" ? whatsapp.phoneNumberId : instagram.accountId;
  const scene: Scene = {
    stage,
    channelId: channelIdOf(play.channel, providerId),
    phone: await phoneOf(stage.simulatorUrl, play),
    named: new Map(),
    inbound: [],
  };
  let at = startOf(play, stage.now);
  for (const step of play.steps) {
    at += step.gap * MINUTE_MS;
    await act(scene, step, at);
  }
  await finish(play, scene);
}

/** Whole seconds, which is all that WhatsApp's timestamps tell. */
function startOf(play: Play, now: number): number {
  const minutes = play.steps.reduce((total, step) => total + step.gap, 0);
  const start = now - (play.endedAgo + minutes) * MINUTE_MS;
  return start - (start % 1000);
}

async function act(scene: Scene, step: Step, at: number): Promise<void> {
  if (step.by === "customer") return customerActs(scene, step, at);
  const conversationId = await threadOf(scene);
  if (step.by === "phone") {
    await scene.phone.write({ kind: "business_phone", text: step.text, at });
    return;
  }
  const id = await writeAgentReply({
    conversationId,
    agent: scene.stage.agents[step.agent],
    text: step.text,
    at,
    outcome: step.outcome,
    replyTo: step.to ? (scene.named.get(step.to) ?? null) : null,
  });
  if (!id) return;
  if (step.as) scene.named.set(step.as, id);
  // The stand-in did not see this send; as an echo of a message that the app knows, it only fills the phone's screen.
  await scene.phone.write({ kind: "business_phone", text: step.text, at, providerMessageId: id });
}

async function customerActs(
  scene: Scene,
  step: Extract<Step, { by: "customer" }>,
  at: number,
): Promise<void> {
  const target = step.to ? scene.named.get(step.to) : undefined;
  const isReaction = step.body.kind === "reaction";
  const id = await scene.phone.write({
    ...step.body,
    at,
    ...(target && (isReaction ? { messageId: target } : { replyTo: target })),
  });
  if (isReaction) return;
  scene.inbound.push(id);
  if (step.as) scene.named.set(step.as, id);
}

/** The conversation, once all that the customer wrote so far is in it: webhooks overtake one another. */
async function threadOf(scene: Scene): Promise<string> {
  const ids = await Promise.all(scene.inbound.map((id) => waitForThread(scene.channelId, id)));
  const last = ids.at(-1);
  if (!last) throw new Error("A conversation begins with a message of the customer");
  return last;
}

async function finish(play: Play, scene: Scene): Promise<void> {
  const conversationId = await threadOf(scene);
  const unreadCount = play.unread ?? unreadOf(play.steps);
  const assigneeId = play.assignee ? scene.stage.agents[play.assignee].id : null;
  await inUnit(async (unit) => {
    const ref = conversations().doc(conversationId);
    const conversation = await unit.get(ref);
    if (conversation) unit.set(ref, { ...conversation, assigneeId, unreadCount, isUnread: unreadCount > 0 });
  });
}

function unreadOf(steps: Step[]): number {
  const lastReply = steps.findLastIndex((step) => step.by !== "customer");
  const after = steps.slice(lastReply + 1);
  return after.filter((step) => step.by === "customer" && step.body.kind !== "reaction").length;
}
