import type { MediaOnPhone, TapOption } from "../world/types";

/** What a checked send looks like on the phone. */
export type Shown = {
  kind: string;
  header: string | null;
  text: string | null;
  footer: string | null;
  media: MediaOnPhone | null;
  options: TapOption[];
};

export function shown(kind: string, fields: Partial<Shown> = {}): Shown {
  return { kind, header: null, text: null, footer: null, media: null, options: [], ...fields };
}
