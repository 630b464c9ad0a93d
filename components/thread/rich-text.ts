export type RichNode =
  | { type: "text"; text: string }
  | { type: "link"; text: string; href: string }
  | { type: "mono"; text: string }
  | { type: "bold" | "italic" | "strike"; children: RichNode[] };

const MONO = /```([\s\S]+?)```|`([^`\n]+)`/g;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'“”«»]+/giu;
const marks = { "*": "bold", _: "italic", "~": "strike" } as const;
type Mark = keyof typeof marks;

/** WhatsApp's own marks (*bold*, _italic_, ~strike~, ```mono```) and links. Never HTML. Pure. */
export function parseWhatsAppText(text: string): RichNode[] {
  return splitBy(text, MONO, (match) => ({ type: "mono", text: match[1] ?? match[2] ?? "" }), withLinks);

  function withLinks(part: string): RichNode[] {
    return splitLinks(part, parseMarks);
  }
}

/** WhatsApp's text without its marks, for one-line previews. Pure. */
export function plainWhatsAppText(text: string): string {
  return parseWhatsAppText(text).map(wordsOf).join("");
}

/** Links only, as on Instagram. Pure. */
export function parseLinks(text: string): RichNode[] {
  return splitLinks(text, (part) => [{ type: "text", text: part }]);
}

/** One to three emoji and nothing else. Pure. */
export function isEmojiOnly(text: string): boolean {
  const packed = text.replace(/\s/gu, "");
  if (packed === "" || packed.length > 40) return false;
  const isPictures =
    /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f)+$/u;
  return isPictures.test(packed) && [...new Intl.Segmenter().segment(packed)].length <= 3;
}

function wordsOf(node: RichNode): string {
  return "children" in node ? node.children.map(wordsOf).join("") : node.text;
}

function splitLinks(text: string, rest: (part: string) => RichNode[]): RichNode[] {
  const nodes: RichNode[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const shown = match[0].replace(/[.,;:!?)\]}*_~'"]+$/u, "");
    const href = safeHref(shown);
    if (!href) continue;
    if (match.index > from) nodes.push(...rest(text.slice(from, match.index)));
    nodes.push({ type: "link", text: shown, href });
    from = match.index + shown.length;
  }
  if (from < text.length) nodes.push(...rest(text.slice(from)));
  return nodes;
}

/** Only http and https; null for anything that is not a URL. */
export function safeHref(value: string | null): string | null {
  if (!value) return null;
  try {
    const url = new URL(value.startsWith("www.") ? `https://${value}` : value);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** A mark opens at the start of a word and closes at the end of one, on one line; otherwise it is a character. */
function parseMarks(text: string): RichNode[] {
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] as Mark;
    if (!(mark in marks) || !opensAt(text, at)) continue;
    const end = closingOf(text, at, mark);
    if (end === -1) continue;
    return [
      ...plain(text.slice(0, at)),
      { type: marks[mark], children: parseMarks(text.slice(at + 1, end)) },
      ...parseMarks(text.slice(end + 1)),
    ];
  }
  return plain(text);
}

function opensAt(text: string, at: number): boolean {
  const [before, mark, after] = [text[at - 1], text[at], text[at + 1]];
  return !isWordy(before) && before !== mark && isInk(after) && after !== mark;
}

function closingOf(text: string, at: number, mark: Mark): number {
  for (let end = at + 2; end < text.length && text[end] !== "\n"; end += 1) {
    if (text[end] === mark && isInk(text[end - 1]) && !isWordy(text[end + 1])) return end;
  }
  return -1;
}

const isWordy = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isInk = (char: string | undefined) => char !== undefined && /\S/u.test(char);
const plain = (text: string): RichNode[] => (text === "" ? [] : [{ type: "text", text }]);

function splitBy(
  text: string,
  pattern: RegExp,
  toNode: (match: RegExpExecArray) => RichNode,
  rest: (part: string) => RichNode[],
): RichNode[] {
  const nodes: RichNode[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) nodes.push(...rest(text.slice(from, match.index)));
    nodes.push(toNode(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(...rest(text.slice(from)));
  return nodes;
}
