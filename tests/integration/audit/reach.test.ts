import { ulid } from "ulid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Upload } from "@/lib/domain/media";
import type { Actor } from "@/lib/domain/member";
import type { Result } from "@/lib/domain/result";
import { onlyWhatsAppChannel } from "@/lib/inbox/channels/only-whatsapp-channel";
import { assignConversation } from "@/lib/inbox/conversations/assign";
import { parkText } from "@/lib/inbox/conversations/park";
import { retryDownload } from "@/lib/inbox/media/retry-download";
import { checkAgain } from "@/lib/inbox/outbound/check-again";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { enqueueTemplateTo } from "@/lib/inbox/outbound/enqueue-template";
import { markConversationRead } from "@/lib/inbox/outbound/mark-read";
import { reactToMessage } from "@/lib/inbox/outbound/react";
import { retryMessage } from "@/lib/inbox/outbound/retry";
import { showTyping } from "@/lib/inbox/outbound/typing";
import { refreshTemplates } from "@/lib/inbox/templates/refresh";
import { addUpload } from "@/lib/inbox/uploads/add-upload";
import { removeUpload } from "@/lib/inbox/uploads/remove-upload";
import { channels } from "@/lib/store/channels";
import { members } from "@/lib/store/members";
import { uploads } from "@/lib/store/uploads";
import { isMutation } from "../../../scripts/verify/mutations";
import { sourceFiles } from "../../../scripts/verify/source-files";
import { photo } from "../../support/media-files";
import { member } from "../auth/support/people";
import { taken } from "../media/files";
import { sendsIn, useMediaFolder } from "../media/support";
import { agent, customer, useStandIn } from "../outbound/stand-in";
import { dumpStore } from "../support/dump-store";
import { instagramChannelId, useWorld, whatsappChannel, whatsappChannelId } from "../support/world";

useWorld("audit-reach");
useStandIn();
useMediaFolder();

/** What a verb is tried on: a conversation on WhatsApp with a message and a file that waits to be sent. */
type Place = { conversationId: string; messageId: string; uploadId: string; channelId: string };
type Verb = (actor: Actor, at: Place) => Promise<Result<unknown>>;

const template = {
  name: "order_confirmation",
  language: "en_US",
  components: [{ type: "body", parameters: ["Ana", "A-7"].map((text) => ({ type: "text", text })) }],
};
const text = { kind: "text", text: "Hello" } as const;

/** Every file that takes an actor and writes something of a conversation or channel. */
const verbs: Record<string, Record<string, Verb>> = {
  "lib/inbox/conversations/assign.ts": {
    assign: (actor, at) => assignConversation({ actor, ...at, assigneeId: null }),
  },
  "lib/inbox/conversations/park.ts": {
    park: (actor, at) => parkText({ actor, ...at, text: null }),
  },
  "lib/inbox/media/retry-download.ts": {
    "fetch a file again": (actor, at) => retryDownload({ actor, ...at, slot: "0" }),
  },
  "lib/inbox/outbound/check-again.ts": { "check again": (actor, at) => checkAgain({ actor, ...at }) },
  "lib/inbox/outbound/enqueue.ts": {
    send: (actor, at) => enqueueMessage({ actor, ...at, messageId: ulid(), content: text }),
    "send a template": (actor, at) =>
      enqueueMessage({ actor, ...at, messageId: ulid(), content: { kind: "template", ...template } }),
  },
  "lib/inbox/outbound/enqueue-template.ts": {
    "start a conversation": (actor, { channelId }) =>
      enqueueTemplateTo({ actor, channelId, to: { phone: "+15550107777" }, messageId: ulid(), template }),
  },
  "lib/inbox/outbound/mark-read.ts": { "mark read": (actor, at) => markConversationRead({ actor, ...at }) },
  "lib/inbox/outbound/react.ts": { react: (actor, at) => reactToMessage({ actor, ...at, emoji: "👍" }) },
  "lib/inbox/outbound/retry.ts": {
    "send again": (actor, at) => retryMessage({ actor, ...at }),
    "send anyway": (actor, at) => retryMessage({ actor, ...at, isSendAnyway: true }),
  },
  "lib/inbox/templates/sync.ts": {
    "refresh templates": (actor, { channelId }) => refreshTemplates({ actor, channelId }),
  },
  "lib/inbox/uploads/add-upload.ts": {
    "add a file": (actor, { conversationId }) => add(actor, { conversationId }),
    "add a file for a new conversation": (actor, { channelId }) => add(actor, { channelId }),
  },
  "lib/inbox/uploads/remove-upload.ts": {
    "take a file back": (actor, { uploadId }) => removeUpload(actor, uploadId),
  },
};

/** Shows the customer something without a write of ours. */
const others: Record<string, Verb> = { "show typing": (actor, at) => showTyping({ actor, ...at }) };

/** Writers that are about no channel, or that only admins and Parley itself use, who reach all. */
const noChannel = [
  /^lib\/inbox\/(members|api-keys|saved-interactives|workspace|audit|privacy|webhooks)\//,
  /^lib\/inbox\/ingest\/(apply|prune)/,
  // The whole installation's, or one webhook event's, which admins alone look into.
  /^lib\/inbox\/(doctor\/|ingest\/reveal-event|read\/export-webhook-events)/,
  // claim-replay is tried with a key that reaches one channel where replays are tested.
  /^lib\/inbox\/(ingest\/(claim|.*replay)|replays?\/)/,
  /^lib\/inbox\/outbound\/(pause|uploads-for)\.ts$/,
  /^lib\/inbox\/channels\//,
];

const add = (actor: Actor, target: { conversationId: string } | { channelId: string }) =>
  addUpload({
    actor,
    target,
    filename: "a.txt",
    claimedType: "text/plain",
    claimedBytes: 2,
    isVoice: false,
    isSticker: false,
    body: new Blob(["hi"]).stream(),
  });

const onInstagram: Actor = { ...agent, id: "agent-ig", channelIds: [instagramChannelId] } as Actor;
const keyOnInstagram: Actor = {
  kind: "api",
  id: "key-ig",
  name: "Shop",
  scopes: ["read", "send", "admin"],
  channelIds: [instagramChannelId],
};
const nowhere: Actor = { ...agent, id: "agent-none", channelIds: [] } as Actor;

let place: Place;
let file: Upload;
/** So that only its channel is in the way. */
const giveUploadTo = (actor: Actor) =>
  uploads()
    .doc(file.id)
    .set({ ...file, memberId: actor.id });
const isChangeOnly = (name: string) => ["assign", "mark read", "fetch a file again"].includes(name);

beforeAll(async () => {
  const person = await customer("whatsapp");
  const { conversationId } = person;
  const message = await sendsIn(person, { kind: "image" });
  const { upload } = await taken(conversationId, await photo(), "a.jpg");
  file = upload;
  place = { conversationId, messageId: message.id, uploadId: upload.id, channelId: whatsappChannelId };
});
beforeEach(() =>
  channels()
    .doc(whatsappChannelId)
    .set(whatsappChannel())
    .then(() => undefined),
);

const table = [...Object.values(verbs), others].flatMap((one) => Object.entries(one));

describe("whoever does not reach a channel", () => {
  it.each(table)("cannot %s there, and learns nothing", async (name, verb) => {
    const before = await dumpStore();
    for (const actor of [onInstagram, keyOnInstagram, nowhere]) {
      await giveUploadTo(actor);
      const refused = await verb(actor, place);
      const missing = await verb(actor, {
        conversationId: "wa_1__wa_2",
        messageId: place.messageId,
        uploadId: "missing",
        channelId: "wa_missing",
      });
      expect(refused.ok).toBe(false);
      expect(refused).toEqual(missing);
      // No scope lets a key change conversations, wherever they are.
      const code = actor.kind === "api" && isChangeOnly(name) ? /^forbidden$/ : /(^|_)not_found$/;
      expect(refused).toMatchObject({ error: { code: expect.stringMatching(code) } });
    }
    expect(await dumpStore()).toEqual(before);
  });

  it.each(table)("is told apart by the channel alone: one who reaches it can %s", async (_name, verb) => {
    const one: Actor = { ...agent, channelIds: [whatsappChannelId] } as Actor;
    await giveUploadTo(one);
    const done = await verb(one, place);
    expect(done.ok ? "done" : done.error.code).not.toMatch(/not_found$/);
  });

  it("is no one whom a conversation there is given to", async () => {
    const there = await member("agent");
    const elsewhere = await member("agent");
    await members()
      .doc(there.id)
      .update({ channelIds: [whatsappChannelId] });
    await members()
      .doc(elsewhere.id)
      .update({ channelIds: [instagramChannelId] });
    const give = (assigneeId: string) =>
      assignConversation({ actor: agent, conversationId: place.conversationId, assigneeId });
    expect(await give(elsewhere.id)).toMatchObject({
      error: { code: "bad_request", message: "This member does not see this channel" },
    });
    expect(await give(there.id)).toMatchObject({ ok: true, data: { assigneeId: there.id } });
    const admin = await member("admin");
    await members()
      .doc(admin.id)
      .update({ channelIds: [instagramChannelId] });
    expect((await give(admin.id)).ok).toBe(true);
  });

  it("is offered no number that it does not reach", async () => {
    expect(await onlyWhatsAppChannel(keyOnInstagram)).toMatchObject({ error: { code: "not_found" } });
    expect(await onlyWhatsAppChannel({ ...keyOnInstagram, channelIds: [whatsappChannelId] })).toEqual({
      ok: true,
      data: whatsappChannelId,
    });
  });
});

it("every verb that writes something of a channel is in this table", () => {
  const writers = sourceFiles(process.cwd())
    .filter((file) => file.path.startsWith("lib/inbox/") && isMutation(file))
    .map(({ path }) => path)
    .filter((path) => !noChannel.some((pattern) => pattern.test(path)));
  expect(writers.filter((path) => !(path in verbs))).toEqual([]);
});
