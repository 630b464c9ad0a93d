import { ulid } from "ulid";
import { checkChannelAction } from "@/lib/actions/channels";
import { retryMediaAction } from "@/lib/actions/media";
import {
  assignAction,
  markReadAction,
  parkTextAction,
  retryMessageAction,
  sendContentAction,
  sendMessageAction,
} from "@/lib/actions/messages";
import { reactAction } from "@/lib/actions/reactions";
import { deleteInteractiveAction, saveInteractiveAction } from "@/lib/actions/saved-interactives";
import { refreshTemplatesAction, startConversationAction } from "@/lib/actions/templates";
import { pendingFile } from "@/lib/domain/media";
import { pseudonymOf } from "@/lib/inbox/audit/pseudonym";
import { withFile } from "@/lib/inbox/media/slots";
import { pauseChannel } from "@/lib/inbox/outbound/pause";
import { saveInteractive } from "@/lib/inbox/saved-interactives/save";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import { savedInteractives } from "@/lib/store/saved-interactives";
import { member } from "../../auth/support/people";
import { sendsIn } from "../../media/support";
import { agent, customer, queueText } from "../../outbound/stand-in";
import { whatsappChannelId } from "../../support/world";
import type { Rows } from "./row";

export const template = {
  name: "order_confirmation",
  language: "en_US",
  components: [{ type: "body", parameters: ["Ana", "A-7"].map((text) => ({ type: "text", text })) }],
};
const interactive = {
  type: "buttons" as const,
  body: "Shall we?",
  footer: null,
  header: null,
  buttons: [{ id: "yes", title: "Yes" }],
};

/** What people do with conversations, messages, templates and channels. */
export const conversationRows: Rows = {
  sendMessageAction: async () => {
    const { conversationId } = await customer("whatsapp");
    const messageId = ulid();
    return {
      call: () => sendMessageAction({ conversationId, messageId, text: "Hello" }),
      left: [["message.sent", await pseudonymOf(messageId)]],
      isSameAgain: true,
    };
  },
  sendContentAction: async () => {
    const { conversationId } = await customer("whatsapp");
    const messageId = ulid();
    const content = { kind: "template" as const, ...template };
    return {
      call: () => sendContentAction({ conversationId, messageId, content }),
      left: [["message.sent", await pseudonymOf(messageId)]],
      isSameAgain: true,
    };
  },
  retryMessageAction: async () => {
    const { conversationId } = await customer("whatsapp");
    const { id } = await queueText(conversationId, "Once more");
    await outbox().doc(id).delete();
    await messagesOf(conversationId).doc(id).update({ status: "failed" });
    return {
      call: () => retryMessageAction({ conversationId, messageId: id }),
      left: [["message.sent_again", await pseudonymOf(id)]],
      isSameAgain: true,
    };
  },
  markReadAction: async () => {
    const { conversationId } = await customer("whatsapp");
    return {
      call: () => markReadAction({ conversationId }),
      left: [["conversation.read", await pseudonymOf(conversationId)]],
      isSameAgain: true,
    };
  },
  assignAction: async () => {
    const { conversationId } = await customer("whatsapp");
    const { id: assigneeId } = await member("agent");
    return {
      call: () => assignAction({ conversationId, assigneeId }),
      left: [["conversation.assigned", await pseudonymOf(conversationId)]],
      isSameAgain: true,
    };
  },
  parkTextAction: async () => {
    const { conversationId } = await customer("whatsapp");
    await conversations().doc(conversationId).update({ windowEndsAt: 1, lastInboundAt: 1 });
    return {
      call: () => parkTextAction({ conversationId, text: "Later" }),
      left: [["conversation.text_parked", await pseudonymOf(conversationId)]],
    };
  },
  reactAction: async () => {
    const person = await customer("whatsapp");
    const { id: messageId } = await sendsIn(person, { kind: "text", text: "Look" });
    const { conversationId } = person;
    return {
      call: () => reactAction({ conversationId, messageId, emoji: "👍" }),
      left: [["message.reacted", await pseudonymOf(messageId)]],
      isSameAgain: true,
    };
  },
  retryMediaAction: async () => {
    const person = await customer("whatsapp");
    const message = await sendsIn(person, { kind: "image" });
    const { conversationId, id } = message;
    const failed = { ...pendingFile("image/jpeg"), state: "failed" as const };
    await messagesOf(conversationId)
      .doc(id)
      .set(withFile(message, "0", failed));
    return {
      call: () => retryMediaAction({ conversationId, messageId: id, slot: "0" }),
      left: [["message.file_fetched_again", await pseudonymOf(id)]],
    };
  },
  saveInteractiveAction: async () => ({
    call: () => saveInteractiveAction({ channel: "whatsapp", name: "Shall we", interactive }),
    left: [["saved_interactive.added"]],
  }),
  deleteInteractiveAction: async () => {
    await saveInteractive({ actor: agent, channel: "whatsapp", name: "Old", interactive });
    const [saved] = (await savedInteractives().where("name", "==", "Old").get()).docs;
    const id = saved?.id ?? "";
    return {
      call: () => deleteInteractiveAction({ id }),
      left: [["saved_interactive.deleted", id]],
      isSameAgain: true,
    };
  },
  refreshTemplatesAction: async () => ({
    call: () => refreshTemplatesAction({ channelId: whatsappChannelId }),
    left: [["channel.templates_refreshed", whatsappChannelId]],
  }),
  startConversationAction: async () => {
    const messageId = ulid();
    const to = { phone: "+15550107788" };
    return {
      call: () => startConversationAction({ channelId: whatsappChannelId, to, messageId, template }),
      left: [["message.sent", await pseudonymOf(messageId)]],
      isSameAgain: true,
    };
  },
  checkChannelAction: async () => {
    await pauseChannel(whatsappChannelId, { code: 190, subcode: null });
    return {
      call: () => checkChannelAction({ channelId: whatsappChannelId }),
      left: [["channel.resumed", whatsappChannelId]],
      isSameAgain: true,
    };
  },
  checkAgainAction: { because: "works off what Meta had told before; nobody decides anything" },
  typingAction: { because: "the customer sees it for a moment, and nothing is kept" },
  listInteractivesAction: { because: "reads" },
};
