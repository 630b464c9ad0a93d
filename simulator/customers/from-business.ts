import { asArray, asObject, asText } from "../http/json";
import type { Customer, TapOption } from "../world/types";
import type { World } from "../world/world";
import { keepOnPhone } from "./on-phone";
import { mediaFor } from "./sample-media";
import type { Draft } from "./write";

/**
 * Puts on the phone what the business sent by the API at another time, for scenes of the past: nobody is told. `media`
 * is a kind; `options` are what can be tapped: `{ id, title, kind }`, the kinds of TapOption.
 */
export function fromBusiness(world: World, customer: Customer, draft: Draft): [] {
  const { body } = draft;
  const kind = asText(body.media);
  const row = kind ? mediaFor(world, customer.channel, kind, body) : null;
  keepOnPhone(world, customer, draft, {
    from: "business",
    kind: kind ?? asText(body.shownAs) ?? "text",
    header: asText(body.header),
    text: asText(body.text),
    footer: asText(body.footer),
    media: row && { mediaId: row.id, link: null, mimeType: row.mimeType, filename: row.filename },
    options: asArray(body.options).map(asObject).flatMap(optionOf),
    wire: { type: "past" },
  });
  return [];
}

function optionOf(given: ReturnType<typeof asObject>): TapOption[] {
  const title = asText(given?.title);
  if (!title) return [];
  return [
    { id: asText(given?.id) ?? title, title, kind: (asText(given?.kind) ?? "reply") as TapOption["kind"] },
  ];
}
