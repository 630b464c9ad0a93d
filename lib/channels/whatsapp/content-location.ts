import { z } from "zod";
import { numeric, optional, text } from "../lenient";
import type { Draft } from "./draft";

/** A live or current location has coordinates only. */
const Location = z.object({
  latitude: optional(numeric),
  longitude: optional(numeric),
  name: optional(text),
  address: optional(text),
  url: optional(text),
});

export function locationContent(raw: unknown): Draft {
  const location = Location.safeParse(raw).data;
  return {
    kind: "location",
    text: null,
    content: {
      kind: "location",
      latitude: location?.latitude ?? null,
      longitude: location?.longitude ?? null,
      name: location?.name ?? null,
      address: location?.address ?? null,
      url: location?.url ?? null,
    },
  };
}
