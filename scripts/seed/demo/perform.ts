import { ulid } from "ulid";
import type { Member } from "@/lib/domain/member";
import { channelIdOf } from "@/lib/domain/provider-keys";
import { wordsOf } from "@/lib/inbox/outbound/stored-content";
import { conversations } from "@/lib/store/conversations";
import { inUnit } from "@/lib/store/unit";
import { localChannels } from "../../stack/identity";
import { writeAgentReply } from "./agent-reply";
import { type Phone, phoneOf } from "./phone";
import { keepFileAway, shopReacts } from "./retouch";
import type { AgentKey, Play, Sending, Step } from "./script";
import { uploadSample } from "./upload-sample";
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
  switch (step.by) {
    case "customer":
      return customerActs(scene, step, at);
    case "phone": {
      await threadOf(scene);
      const { text, media, sample } = step;
      await scene.phone.write({ kind: "business_phone", text, caption: text, media, sample, at });
      return;
    }
    case "agent-reaction":
      await threadOf(scene);
      return shopReacts(scene.channelId, nameOf(scene, step.to), step.emoji, at);
    case "agent":
      return agentSends(scene, step, { content: { kind: "text", text: step.text } }, at);
    case "agent-file":
      return agentSends(scene, step, step.sending, at);
  }
}

async function agentSends(
  scene: Scene,
  step: Extract<Step, { by: "agent" | "agent-file" }>,
  { content, file, onPhone }: Sending,
  at: number,
): Promise<void> {
  const conversationId = await threadOf(scene);
  const agent = scene.stage.agents[step.agent];
  const upload = file ? await uploadSample(agent, conversationId, file) : null;
  const id = await writeAgentReply({
    conversationId,
    agent,
    content: upload && "uploadId" in content ? { ...content, uploadId: upload.id } : content,
    upload,
    at,
    outcome: step.outcome,
    replyTo: step.to ? (scene.named.get(step.to) ?? null) : null,
  });
  if (!id) return;
  if (step.as) scene.named.set(step.as, id);
  // The stand-in did not see this send; so it only fills the phone's screen.
  await scene.phone.write({
    kind: "business_api",
    text: wordsOf(content),
    ...onPhone,
    at,
    providerMessageId: id,
  });
}

/** What is about another message, or about the person, and no message of its own. */
const notMessages = ["reaction", "edit", "revoke", "preference", "call", "identity_changed"];

async function customerActs(
  scene: Scene,
  step: Extract<Step, { by: "customer" }>,
  at: number,
): Promise<void> {
  const target = step.to ? scene.named.get(step.to) : undefined;
  const isAbout = ["reaction", "edit", "revoke", "tap"].includes(String(step.body.kind));
  const isMessage = !notMessages.includes(String(step.body.kind));
  if (!isMessage) await threadOf(scene);
  const id = await scene.phone.write({
    ...step.body,
    at,
    ...(target && (isAbout ? { messageId: target } : { replyTo: target })),
  });
  if (!isMessage) return;
  scene.inbound.push(id);
  if (step.as) scene.named.set(step.as, id);
}

function nameOf(scene: Scene, name: string): string {
  const id = scene.named.get(name);
  if (!id) throw new Error(`No message is named ${name}`);
  return id;
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
  for (const [name, file] of Object.entries(play.files ?? {}))
    await keepFileAway(scene.channelId, nameOf(scene, name), file);
  const unreadCount = play.unread ?? unreadOf(play.steps);
  const assigneeId = play.assignee ? scene.stage.agents[play.assignee].id : null;
  await inUnit(async (unit) => {
    const ref = conversations().doc(conversationId);
    const conversation = await unit.get(ref);
    if (!conversation) return;
    const parked = play.parked ? parkedText(play.parked, scene.stage) : (conversation.parked ?? null);
    unit.set(ref, { ...conversation, assigneeId, unreadCount, isUnread: unreadCount > 0, parked });
  });
}

function parkedText({ text, agent }: NonNullable<Play["parked"]>, { agents, now }: Stage) {
  const { id, name } = agents[agent];
  return { messageId: ulid(now), text, memberId: id, memberName: name, at: now - 20 * MINUTE_MS };
}

function unreadOf(steps: Step[]): number {
  const lastReply = steps.findLastIndex((step) => step.by !== "customer");
  const after = steps.slice(lastReply + 1);
  return after.filter((step) => step.by === "customer" && !notMessages.includes(String(step.body.kind)))
    .length;
}
