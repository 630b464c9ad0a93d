import { asArray, asObject, asText, type Json } from "../../http/json";
import type { MediaOnPhone, TapOption } from "../../world/types";
import { type Shown, shown } from "../content";
import { GraphError, paramError } from "../errors";

const mediaKinds = ["image", "video", "audio", "file"];

/** A message within Instagram's limits: text of at most 1000 bytes, or attachments, never both. Throws 100. */
export function checkInstagramMessage(message: Json): Shown {
  const attachments = message.attachment ? [message.attachment] : asArray(message.attachments);
  const options = quickReplies(message.quick_replies);
  if (message.text !== undefined && attachments.length > 0) {
    throw paramError("Param message must not have both text and attachment.");
  }
  if (attachments.length > 0) {
    const content = checkAttachments(attachments);
    return { ...content, options: [...content.options, ...options] };
  }
  if (typeof message.text !== "string" || message.text === "")
    throw paramError("Message cannot be empty, must provide valid attachment or text");
  const sizeBytes = Buffer.byteLength(message.text, "utf8");
  if (sizeBytes > 1000) {
    throw new GraphError({
      code: 100,
      message: "(#100) Length of param message[text] must be less than or equal to 1000",
    });
  }
  return shown("text", { text: message.text, options });
}

function checkAttachments(attachments: unknown[]): Shown {
  if (attachments.length > 10) throw paramError("Param message[attachments] must have at most 10 images.");
  const kinds = attachments.map((entry) => checkAttachment(asObject(entry)));
  if (kinds.length > 1 && kinds.some((entry) => entry.kind !== "image")) {
    throw paramError("Param message[attachments] must be images when there are several.");
  }
  const first = kinds[0];
  if (!first) throw paramError("Param message[attachments] must not be empty.");
  return first;
}

function checkAttachment(attachment: Json | null): Shown {
  const type = asText(attachment?.type);
  const payload = asObject(attachment?.payload);
  if (type === "like_heart") return shown("sticker", { text: "❤️" });
  if (type === "MEDIA_SHARE") {
    if (!asText(payload?.id)) throw paramError("Param message[attachment][payload] must have an id.");
    return shown("share");
  }
  if (type === "template") return checkInstagramTemplate(payload);
  if (!type || !mediaKinds.includes(type))
    throw paramError("Param message[attachment][type] must be one of {IMAGE, VIDEO, AUDIO, FILE}.");
  return shown(type === "file" ? "document" : type, { media: mediaOf(payload) });
}

function mediaOf(payload: Json | null): MediaOnPhone {
  const link = asText(payload?.url);
  const mediaId = asText(payload?.attachment_id);
  if (!link && !mediaId)
    throw paramError("Param message[attachment][payload] must have a url or an attachment_id.");
  if (link && !/^https?:\/\//i.test(link))
    throw paramError("Param message[attachment][payload][url] must be a valid URL.");
  return { link, mediaId, mimeType: null, filename: null };
}

function checkInstagramTemplate(payload: Json | null): Shown {
  const type = asText(payload?.template_type);
  if (type === "button") {
    const text = asText(payload?.text);
    if (!text || text.length > 640)
      throw paramError("Param message[attachment][payload][text] must have 1 to 640 characters.");
    return shown("interactive", { text, options: buttons(payload?.buttons) });
  }
  if (type !== "generic") throw paramError("Param message[attachment][payload][template_type] is invalid.");
  const elements = asArray(payload?.elements);
  if (elements.length < 1 || elements.length > 10)
    throw paramError("Param elements must have 1 to 10 entries.");
  const titles = elements.map((entry) => asText(asObject(entry)?.title));
  if (titles.some((title) => !title || title.length > 80))
    throw paramError("Param elements[title] must have 1 to 80 characters.");
  const all = elements.flatMap((entry) => {
    const own = asObject(entry)?.buttons;
    return own === undefined ? [] : buttons(own);
  });
  return shown("interactive", { text: titles.join("\n"), options: all });
}

function buttons(value: unknown): TapOption[] {
  const rows = asArray(value).map(asObject);
  if (rows.length < 1 || rows.length > 3) throw paramError("Param buttons must have 1 to 3 entries.");
  return rows.map((row): TapOption => {
    const title = asText(row?.title) ?? "";
    if (row?.type === "web_url") return { id: asText(row.url) ?? "", title, kind: "link" };
    if (row?.type !== "postback") throw paramError("Param buttons[type] must be one of {WEB_URL, POSTBACK}.");
    return { id: asText(row.payload) ?? title, title, kind: "postback" };
  });
}

function quickReplies(value: unknown): TapOption[] {
  if (value === undefined) return [];
  const rows = asArray(value).map(asObject);
  if (rows.length < 1 || rows.length > 13) throw paramError("Param quick_replies must have 1 to 13 entries.");
  return rows.flatMap((row): TapOption[] => {
    const type = asText(row?.content_type);
    if (!type || !["text", "user_phone_number", "user_email"].includes(type)) {
      throw paramError(
        "Param quick_replies[content_type] must be one of {TEXT, USER_PHONE_NUMBER, USER_EMAIL}.",
      );
    }
    const title = asText(row?.title)?.slice(0, 20);
    if (type === "text" && (!title || !asText(row?.payload)))
      throw paramError("Param quick_replies must have title and payload.");
    return [{ id: asText(row?.payload) ?? type, title: title ?? type, kind: "quick_reply" }];
  });
}
