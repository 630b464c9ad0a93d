import { asObject, asText, type Json } from "../../http/json";
import type { TapOption } from "../../world/types";
import type { World } from "../../world/world";
import { type Shown, shown } from "../content";
import { paramError } from "../errors";
import { invalid, onlyKeys, requiredArray, requiredObject, requiredText } from "./check";
import { checkList } from "./check-list";
import { mediaReference } from "./check-media";

const types = ["button", "list", "cta_url", "location_request_message", "request_contact_info", "flow"];

/** An interactive message within Meta's limits. Throws 100, 131008 or 131009. */
export function checkInteractive(world: World, interactive: Json): Shown {
  const type = requiredText(interactive.type, "interactive['type']");
  if (!types.includes(type))
    throw paramError(`Param interactive['type'] must be one of {${types.join(", ")}}.`);
  onlyKeys(interactive, ["type", "header", "body", "footer", "action"], "interactive");
  const body = requiredObject(interactive.body, "interactive['body']");
  const text = requiredText(body.text, "interactive['body']['text']", type === "list" ? 4096 : 1024);
  const footer = asObject(interactive.footer);
  const action = requiredObject(interactive.action, "interactive['action']");
  return shown("interactive", {
    ...header(world, type, interactive.header),
    text,
    footer: footer ? requiredText(footer.text, "interactive['footer']['text']", 60) : null,
    options: optionsOf(type, action),
  });
}

function header(world: World, type: string, value: unknown): Partial<Shown> {
  if (value === undefined) return {};
  const given = requiredObject(value, "interactive['header']");
  const kind = requiredText(given.type, "interactive['header']['type']");
  if (kind === "text") return { header: requiredText(given.text, "interactive['header']['text']", 60) };
  if (type === "list") throw invalid("A list message takes a text header only");
  if (!["image", "video", "document"].includes(kind)) throw invalid(`Header type ${kind} is not supported`);
  const media = requiredObject(given[kind], `interactive['header']['${kind}']`);
  return { media: mediaReference(world, kind, media, `interactive['header']['${kind}']`) };
}

function optionsOf(type: string, action: Json): TapOption[] {
  if (type === "button") return replyButtons(action);
  if (type === "list") return checkList(action);
  if (action.name === undefined) throw paramError("The parameter interactive['action']['name'] is required.");
  if (type === "cta_url") return [linkButton(action)];
  if (type === "flow") return [flowButton(action)];
  const expected = type === "location_request_message" ? "send_location" : "request_contact_info";
  if (action.name !== expected) throw invalid(`interactive['action']['name'] must be ${expected}`);
  return [
    {
      id: expected,
      title: type === "request_contact_info" ? "Share contact info" : "Send location",
      kind: expected,
    },
  ];
}

function replyButtons(action: Json): TapOption[] {
  onlyKeys(action, ["buttons"], "interactive['action']");
  const buttons = requiredArray(action.buttons, "interactive['action']['buttons']", { min: 1, max: 3 });
  const options = buttons.map((entry, at): TapOption => {
    const param = `interactive['action']['buttons'][${at}]`;
    const button = requiredObject(entry, param);
    if (button.type !== "reply") throw invalid(`${param}['type'] must be reply`);
    const reply = requiredObject(button.reply, `${param}['reply']`);
    const id = requiredText(reply.id, `${param}['reply']['id']`, 256);
    return { id, title: requiredText(reply.title, `${param}['reply']['title']`, 20), kind: "reply" };
  });
  if (new Set(options.map((option) => option.title)).size < options.length)
    throw invalid("Duplicate button title");
  if (new Set(options.map((option) => option.id)).size < options.length) throw invalid("Duplicate button id");
  return options;
}

function linkButton(action: Json): TapOption {
  const parameters = requiredObject(action.parameters, "interactive['action']['parameters']");
  const title = requiredText(
    parameters.display_text,
    "interactive['action']['parameters']['display_text']",
    20,
  );
  const url = requiredText(parameters.url, "interactive['action']['parameters']['url']");
  if (!/^https?:\/\//i.test(url))
    throw invalid("interactive['action']['parameters']['url'] is not a valid URL");
  return { id: url, title, kind: "link" };
}

function flowButton(action: Json): TapOption {
  const parameters = requiredObject(action.parameters, "interactive['action']['parameters']");
  const title = requiredText(parameters.flow_cta, "interactive['action']['parameters']['flow_cta']", 20);
  const flow = asText(parameters.flow_id) ?? asText(parameters.flow_name);
  if (!flow) throw paramError("The parameter interactive['action']['parameters']['flow_id'] is required.");
  return { id: flow, title, kind: "link" };
}
