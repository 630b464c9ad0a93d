import type { Json } from "../../http/json";
import type { TapOption } from "../../world/types";
import { invalid, onlyKeys, optionalText, requiredArray, requiredObject, requiredText } from "./check";

/** The rows of a list message: at most 10 sections and 10 rows in all, titles where there are several sections. */
export function checkList(action: Json): TapOption[] {
  onlyKeys(action, ["button", "sections"], "interactive['action']");
  requiredText(action.button, "interactive['action']['button']", 20);
  const sections = requiredArray(action.sections, "interactive['action']['sections']", { min: 1, max: 10 });
  const rows = sections.flatMap((entry, at) => sectionRows(entry, at, sections.length));
  if (rows.length > 10) throw invalid("Total row count exceed max allowed count: 10");
  if (new Set(rows.map((row) => row.id)).size < rows.length) throw invalid("Duplicated row id");
  return rows;
}

function sectionRows(entry: unknown, at: number, sectionCount: number): TapOption[] {
  const param = `interactive['action']['sections'][${at}]`;
  const section = requiredObject(entry, param);
  if (sectionCount > 1 || section.title !== undefined) requiredText(section.title, `${param}['title']`, 24);
  const rows = requiredArray(section.rows, `${param}['rows']`, { min: 1, max: 10 });
  return rows.map((value, row): TapOption => {
    const rowParam = `${param}['rows'][${row}]`;
    const given = requiredObject(value, rowParam);
    const description = optionalText(given.description, `${rowParam}['description']`, 72);
    return {
      id: requiredText(given.id, `${rowParam}['id']`, 200),
      title: requiredText(given.title, `${rowParam}['title']`, 24),
      ...(description ? { description } : {}),
      kind: "row",
    };
  });
}
