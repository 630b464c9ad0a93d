import type { Problem, SourceFile } from "./imports";

/** Sides of the screen in Tailwind's words, each with the word that follows the reading direction. */
const physical: [RegExp, string][] = [
  [/(?<![\w-])-?(scroll-)?[mp][lr]-[\w[(]/, "ms-, me-, ps- or pe-"],
  [/(?<![\w-])-?(left|right)-(?!to-)[\w[(]/, "start- or end-"],
  [/(?<![\w-])(text|float|clear)-(left|right)(?![\w-])/, "-start or -end"],
  [/(?<![\w-])border-[lr](?=[-\s"'`]|$)/, "border-s or border-e"],
  [/(?<![\w-])rounded-([lr]|[tb][lr])(?=[-\s"'`]|$)/, "rounded-s, -e, -ss, -se, -es or -ee"],
  [/(?<![\w-])origin-(top-|bottom-)?(left|right)(?![\w-])/, "an rtl: variant beside it"],
  [/(?<![\w-])-?translate-x-[\w[(]/, "an rtl: variant beside it, or inset-x-0 with mx-auto"],
  [/\b(margin|padding|border)-(left|right)\b/, "the inline property"],
  [/\bside=\{?["'](left|right)["']/, "start or end (Base UI: inline-start or inline-end)"],
  [/<(Arrow|Chevron|Chevrons|CornerUp|CornerDown|Move)(Left|Right)\b/, "rtl:-scale-x-100 on the icon"],
];
/** Where the screen itself is meant, whatever the language; each with why. */
const allowed: Record<string, string> = {
  "components/thread/media/seek-bar.tsx": "time runs from left to right in every player",
};
const looked = /^(app|components)\/.*\.(tsx?|css)$/;

/**
 * Refuses what names the left or right of the screen in pages and components, for there are languages that are written
 * from right to left. A line with an `rtl:` variant has thought of them.
 */
export function checkReadingDirection(files: SourceFile[]): Problem[] {
  return files
    .filter(({ path }) => looked.test(path) && !(path in allowed))
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) => {
        if (line.includes("rtl:")) return [];
        const found = physical.find(([pattern]) => pattern.test(line));
        return found
          ? [{ path, message: `line ${index + 1} names a side of the screen; use ${found[1]}` }]
          : [];
      }),
    );
}
