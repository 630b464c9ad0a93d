import { describe, expect, it } from "vitest";
import { checkReadingDirection } from "../../scripts/verify/reading-direction";

const problemsOf = (text: string, path = "components/x.tsx") => checkReadingDirection([{ path, text }]);

describe("the check of the reading direction", () => {
  it.each([
    'className="ml-2"',
    'className="max-wide:-mr-0.5"',
    'className="wide:pl-[3px]"',
    'className="absolute left-1/2"',
    'className="absolute -right-0.5"',
    'className="text-right"',
    'className="border-l"',
    'className="border-r-2 x"',
    'className="rounded-tl-lg"',
    'className="rounded-r"',
    'className="origin-left"',
    'className="-translate-x-1/2"',
    "margin-left: 2px;",
    '<Tooltip side="right">',
    "<ChevronRight size={16} aria-hidden />",
    "<ArrowLeft size={16} />",
  ])("refuses %s", (line) => expect(problemsOf(line)).toHaveLength(1));

  it.each([
    'className="ms-2 -me-1 ps-3 pe-4 start-0 end-1/2 text-start border-s border-e rounded-s rounded-ee-lg"',
    'className="inset-x-0 mx-auto px-2 border-b rounded-lg text-center"',
    'className="origin-left rtl:origin-right"',
    '<ChevronRight size={16} aria-hidden className="rtl:-scale-x-100" />',
    '<Tooltip side="end">',
    'import ArrowLeft from "lucide-react/icons/arrow-left";',
    "left: anchor.left,",
    'if (event.key === "ArrowLeft") return;',
    "all-right-then",
  ])("allows %s", (line) => expect(problemsOf(line)).toEqual([]));

  it("looks at pages, components and style sheets, and nowhere else", () => {
    expect(problemsOf("padding-left: 1px", "app/globals.css")).toHaveLength(1);
    expect(problemsOf('"ml-2"', "simulator/page.ts")).toEqual([]);
  });
});
