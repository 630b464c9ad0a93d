export type Inline =
  | { type: "text"; text: string }
  | { type: "bold" | "italic" | "strike"; children: Inline[] };

const marks = { "*": "bold", _: "italic", "~": "strike" } as const;
type Mark = keyof typeof marks;

/** A mark opens at the start of a word and closes at the end of one, on one line; otherwise it is a character. Pure. */
export function parseMarks(text: string): Inline[] {
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
const plain = (text: string): Inline[] => (text === "" ? [] : [{ type: "text", text }]);
