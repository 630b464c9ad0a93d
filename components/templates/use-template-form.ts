"use client";
import { useMemo, useState } from "react";
import { useNow } from "@/lib/client/use-now";
import type { TemplateParts, TemplateValues } from "@/lib/domain/template";
import { templateFields } from "@/lib/domain/template-form";
import { asOneLine, templateProblems } from "@/lib/domain/template-problems";

/** A form's values and what is wrong with them; a field is told so once it was left, or sending was tried. */
export function useTemplateForm(parts: TemplateParts, draft: string) {
  const now = useNow(30_000);
  const fields = useMemo(() => templateFields(parts), [parts]);
  const draftField = fields.find(
    ({ part, kind, card }) => part === "body" && kind === "text" && card === null,
  );
  const oneLine = asOneLine(draft);
  const [values, setValues] = useState<TemplateValues>(() =>
    draftField && oneLine !== "" ? { [draftField.id]: oneLine } : {},
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const problems = templateProblems(parts, values, now);
  return {
    fields,
    values,
    draftFieldId: oneLine === "" ? null : (draftField?.id ?? null),
    isDraftUsed: draftField !== undefined && oneLine !== "" && values[draftField.id]?.trim() === oneLine,
    set: (changes: TemplateValues) => setValues((known) => ({ ...known, ...changes })),
    leave: (fieldId: string) => setLeft((known) => new Set(known).add(fieldId)),
    /** Shows everything that is wrong; gives the first wrong field, or null when all may go. */
    check: (): string | null => {
      setTried(true);
      return problems[0]?.fieldId ?? null;
    },
    problemOf: (fieldId: string) => {
      const problem = problems.find((one) => one.fieldId === fieldId) ?? null;
      if (problem?.code === "missing" && !isTried) return left.has(fieldId) ? problem : null;
      return problem;
    },
  };
}
