import type { ChannelType } from "@/lib/domain/channel";
import { measureText } from "./limits";

/** Where a text may be parted, best first: between paragraphs, lines, sentences, words. */
const seams = [/\n{2,}/g, /\n/g, /[.!?…。！？]["'”’)]?\s/g, /\s/g];

/**
 * A text as messages that the channel takes, parted where it reads best; in the middle of a word only when there is
 * no other place, and never inside a character. Nothing but space at the seams is lost. Pure.
 */
export function splitText(channel: ChannelType, text: string): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const size = fitting(channel, rest);
    const end = size === rest.length ? size : seamBefore(rest, size);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return pieces;
}

/** How many UTF-16 units from the start fit, by whole characters as people see them. */
function fitting(channel: ChannelType, text: string): number {
  if (fits(channel, text)) return text.length;
  let size = 0;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(channel, text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  for (const { index, segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(
    text.slice(0, low + 32),
  )) {
    if (index + segment.length > low) break;
    size = index + segment.length;
  }
  // A single "character" longer than a whole message: part it between code points.
  return size > 0 ? size : wholePoint(text, low);
}

function fits(channel: ChannelType, text: string): boolean {
  const { length, limit } = measureText(channel, text);
  return length <= limit;
}

function wholePoint(text: string, end: number): number {
  const isInside = /[\ud800-\udbff]/.test(text.charAt(end - 1)) && /[\udc00-\udfff]/.test(text.charAt(end));
  return isInside ? end - 1 : end;
}

/** The last good place to part before `size`, but not so early that messages become crumbs. */
function seamBefore(text: string, size: number): number {
  const head = text.slice(0, size + 1);
  for (const seam of seams) {
    const ends = [...head.matchAll(seam)]
      .map((match) => match.index + match[0].length)
      .filter((end) => end <= size);
    const last = ends.at(-1);
    if (last !== undefined && last > size / 2) return last;
  }
  return size;
}
