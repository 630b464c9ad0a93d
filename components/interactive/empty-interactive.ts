import type { Interactive } from "@/lib/domain/interactive";

/** A message to begin with: as little as the channel takes. Pure. */
export function emptyInteractive(type: Interactive["type"]): Interactive {
  switch (type) {
    case "buttons":
      return { type, header: null, body: "", footer: null, buttons: [{ id: "1", title: "" }] };
    case "list":
      return {
        type,
        header: null,
        body: "",
        footer: null,
        button: "",
        sections: [{ title: null, rows: [{ id: "1", title: "", description: null }] }],
      };
    case "link":
      return { type, header: null, body: "", footer: null, title: "", url: "" };
    case "location_request":
    case "contact_request":
      return { type, body: "" };
    case "quick_replies":
      return { type, body: "", replies: [{ content: "text", title: "", payload: "1" }] };
    case "button_template":
      return { type, body: "", buttons: [{ type: "postback", title: "", payload: "1" }] };
    case "cards":
      return { type, cards: [emptyCard()] };
  }
}

export function emptyCard(): Extract<Interactive, { type: "cards" }>["cards"][number] {
  return { title: "", subtitle: null, imageUrl: null, url: null, buttons: [] };
}

/** An id that none of these has: small numbers, so that what a customer tapped reads well in a log. Pure. */
export function freshId(taken: readonly string[]): string {
  let next = 1;
  while (taken.includes(String(next))) next += 1;
  return String(next);
}
