import { z } from "zod";
import type { Origin } from "@/lib/domain/provider-event";
import { listOf, object, optional, text } from "../lenient";
import { unsupportedContent } from "./content-unsupported";
import type { Draft } from "./draft";
import type { WireMessage } from "./wire";

const Template = z.object({
  name: text,
  language: optional(z.union([text, z.object({ code: text }).transform(({ code }) => code)])),
  components: listOf(object),
});

/** A template in an echo. Only a business sends templates, so anything else of that name is unsupported. */
export function templateContent(wire: WireMessage, origin: Origin): Draft {
  const template = Template.safeParse(wire.template).data;
  if (!template || origin === "customer") return unsupportedContent(wire, "template");
  const { name, language, components } = template;
  return {
    kind: "template",
    text: null,
    content: { kind: "template", name, language: language ?? "", components },
  };
}
