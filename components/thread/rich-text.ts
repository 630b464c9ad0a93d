import { type Inline, parseMarks } from "./rich-text-marks";

export type RichNode =
  | Inline
  | { type: "link"; text: string; href: string }
  | { type: "mono" | "code"; text: string }
  | { type: "bold" | "italic" | "strike" | "quote"; children: RichNode[] }
  /** `marker` is the number as it was typed; null for a bullet. */
  | { type: "list"; items: { marker: number | null; children: RichNode[] }[] };

const FENCE = /```([\s\S]+?)```/g;
const MONO = /`([^`\n]+)`/g;
const QUOTE = /^> ?(.*)$/;
const ITEM = /^(?:[*-]|(\d{1,3})\.) (.*\S.*)$/;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'“”«»]+/giu;

/**
 * WhatsApp's own marks (*bold*, _italic_, ~strike~, ```mono```), quotes, lists and links. Never HTML. Pure.
 * https://faq.whatsapp.com/539178204879377
 */
export function parseWhatsAppText(text: string): RichNode[] {
  return tightened(splitBy(text, FENCE, fenced, parseLines));
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
    /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[#*\d]\ufe0f?\u20e3|[\u{e0020}-\u{e007f}]|\u200d|\ufe0f)+$/u;
  return isPictures.test(packed) && [...new Intl.Segmenter().segment(packed)].length <= 3;
}

/** Only http and https; null for anything that is not a URL. */
export function safeHref(value: string | null | undefined): string | null {
  if (!value) return null;
  try {
    const url = new URL(value.startsWith("www.") ? `https://${value}` : value);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

function fenced(match: RegExpExecArray): RichNode {
  const text = match[1] ?? "";
  return { type: text.includes("\n") ? "code" : "mono", text: text.replace(/^\n|\n$/g, "") };
}

/** Lines that open with `> `, `- `, `* ` or `1. ` are quotes and lists; the rest is text. */
function parseLines(text: string): RichNode[] {
  const nodes: RichNode[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length > 0) nodes.push(...parseInline(run.join("\n")));
    run = [];
  };
  for (const line of text.split("\n")) {
    const quote = QUOTE.exec(line);
    const item = quote ? null : ITEM.exec(line);
    if (!quote && !item) {
      run.push(line);
      continue;
    }
    flush();
    if (quote) addQuote(nodes, quote[1] ?? "");
    if (item) addItem(nodes, item[1] === undefined ? null : Number(item[1]), item[2] ?? "");
  }
  flush();
  return nodes;
}

function addQuote(nodes: RichNode[], line: string): void {
  const last = nodes.at(-1);
  if (last?.type === "quote") last.children.push({ type: "text", text: "\n" }, ...parseInline(line));
  else nodes.push({ type: "quote", children: parseInline(line) });
}

function addItem(nodes: RichNode[], marker: number | null, line: string): void {
  const item = { marker, children: parseInline(line) };
  const last = nodes.at(-1);
  const isSameList = last?.type === "list" && (last.items[0]?.marker === null) === (marker === null);
  if (isSameList) last.items.push(item);
  else nodes.push({ type: "list", items: [item] });
}

function parseInline(text: string): RichNode[] {
  return splitBy(text, MONO, (match) => ({ type: "mono", text: match[1] ?? "" }), withLinks);
}

function withLinks(part: string): RichNode[] {
  return splitLinks(part, parseMarks);
}

const blocks = new Set(["quote", "list", "code"]);

/** A block begins and ends a line by itself: the line breaks beside it are not drawn again. */
function tightened(nodes: RichNode[]): RichNode[] {
  return nodes
    .map((node, index) => {
      if (node.type !== "text") return node;
      let { text } = node;
      if (blocks.has(nodes[index - 1]?.type ?? "")) text = text.replace(/^\n/, "");
      if (blocks.has(nodes[index + 1]?.type ?? "")) text = text.replace(/\n$/, "");
      return { ...node, text };
    })
    .filter((node) => node.type !== "text" || node.text !== "");
}

function wordsOf(node: RichNode): string {
  if (node.type === "list") {
    const lines = node.items.map(
      ({ marker, children }) => `${marker === null ? "•" : `${marker}.`} ${children.map(wordsOf).join("")}`,
    );
    return `\n${lines.join("\n")}\n`;
  }
  if (!("children" in node)) return node.type === "code" ? `\n${node.text}\n` : node.text;
  const words = node.children.map(wordsOf).join("");
  return node.type === "quote" ? `\n${words}\n` : words;
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
