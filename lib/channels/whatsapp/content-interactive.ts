import { z } from "zod";
import type { Origin } from "@/lib/domain/provider-event";
import { id, object, optional, text } from "../lenient";
import { formContent } from "./content-form";
import { unsupportedContent } from "./content-unsupported";
import type { Draft } from "./draft";
import type { WireMessage } from "./wire";

const Reply = z.object({ id: optional(id), title: optional(text), description: optional(text) });

const Interactive = z.object({
  type: optional(text),
  body: optional(z.object({ text: optional(text) })),
  button_reply: optional(Reply),
  list_reply: optional(Reply),
  nfm_reply: optional(object),
  call_permission_reply: optional(z.object({ response: optional(text) })),
});

/** A customer's answer to buttons, a list, a form or a call request; from the business, what it asked. */
export function interactiveContent(wire: WireMessage, origin: Origin): Draft {
  const read = Interactive.safeParse(wire.interactive).data;
  if (origin === "phone" && wire.interactive) {
    const content = { kind: "interactive", interactive: wire.interactive } as const;
    return { kind: "interactive", text: read?.body?.text ?? null, content };
  }
  if (read?.type === "button_reply" || read?.type === "list_reply") return tap(read.type, read[read.type]);
  if (read?.type === "nfm_reply") return formContent(read.nfm_reply);
  if (read?.type === "call_permission_reply") {
    const body = read.call_permission_reply?.response ?? null;
    return { kind: "system", text: null, content: { kind: "system", event: "call_permission_reply", body } };
  }
  return unsupportedContent(wire, read?.type ? `interactive:${read.type}` : "interactive");
}

function tap(source: "button_reply" | "list_reply", reply: z.output<typeof Reply> | undefined): Draft {
  const title = reply?.title ?? null;
  return {
    kind: "tap",
    text: title,
    content: {
      kind: "tap",
      source,
      title,
      payload: reply?.id ?? null,
      description: reply?.description ?? null,
    },
  };
}
