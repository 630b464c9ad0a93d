"use client";
import { useEffect, useMemo, useState } from "react";
import { useNow } from "@/lib/client/use-now";
import type { TemplateParts, TemplateValues } from "@/lib/domain/template";
import { templateFields } from "@/lib/domain/template-form";
import { asOneLine, templateProblems } from "@/lib/domain/template-problems";
import { dropFile, keepForm, recallForm } from "./form-memory";
import type { PickedFile } from "./upload-header";

/**
 * A form's values and files, and what is wrong with them; a field is told so once it was left, or sending was tried.
 * `key` is the form's name in this tab's memory, where it stays until it is sent.
 */
export function useTemplateForm(key: string, parts: TemplateParts, draft: string) {
  const now = useNow(30_000);
  const fields = useMemo(() => templateFields(parts), [parts]);
  const draftField = fields.find(
    ({ part, kind, card }) => part === "body" && kind === "text" && card === null,
  );
  const oneLine = asOneLine(draft);
  const [form, setForm] = useState(() => {
    const known = recallForm(key);
    const isNewDraft = draftField && oneLine !== "" && oneLine !== known?.draft;
    const values: TemplateValues = { ...known?.values, ...(isNewDraft ? { [draftField.id]: oneLine } : {}) };
    return { values, files: known?.files ?? {}, draft: oneLine };
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const { values, files } = form;
  const problems = templateProblems(parts, values, now);
  useEffect(() => {
    if (Object.keys(form.values).length > 0) keepForm(key, form);
  }, [key, form]);

  function setFile(fieldId: string, file: PickedFile | null) {
    const old = files[fieldId];
    if (old) dropFile(old);
    setForm((known) => {
      const { [fieldId]: _old, ...rest } = known.files;
      const changes = { [fieldId]: file?.uploadId ?? "", [`${fieldId}.filename`]: file?.name ?? "" };
      const next = file ? { ...rest, [fieldId]: file } : rest;
      return { ...known, files: next, values: { ...known.values, ...changes } };
    });
  }

  return {
    fields,
    values,
    files,
    draftFieldId: oneLine === "" ? null : (draftField?.id ?? null),
    isDraftUsed: draftField !== undefined && oneLine !== "" && values[draftField.id]?.trim() === oneLine,
    set: (fieldId: string, value: string) =>
      setForm((known) => ({ ...known, values: { ...known.values, [fieldId]: value } })),
    setFile,
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
