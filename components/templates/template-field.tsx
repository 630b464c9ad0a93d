"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/text-field";
import type { TemplateField as Field } from "@/lib/domain/template-form";
import type { TemplateProblem } from "@/lib/domain/template-problems";
import { ExpiryField } from "./expiry-field";
import { HeaderFile } from "./header-file";
import type { PickedFile, UploadTarget } from "./upload-header";
import { useFieldLabel } from "./use-field-label";

type Props = {
  field: Field;
  value: string;
  problem: TemplateProblem | null;
  /** Something to offer with one press, such as the contact's name. */
  suggestion: string | null;
  isFromDraft: boolean;
  isFirst: boolean;
  file: PickedFile | null;
  uploadsTo: UploadTarget;
  onChange: (value: string) => void;
  onLeave: () => void;
  onFile: (file: PickedFile | null) => void;
};

/** One value of a template, with what is wrong beside it. */
export function TemplateField({ field, value, problem, suggestion, isFromDraft, isFirst, ...rest }: Props) {
  const t = useTranslations("templates");
  const label = useFieldLabel()(field);
  const { file, uploadsTo, onChange, onLeave, onFile } = rest;
  const { limit = 0, length = 0 } = problem ?? {};
  const error = problem ? t(`problems.${problem.code}`, { limit, length, over: length - limit }) : null;

  if (field.kind === "image" || field.kind === "video" || field.kind === "document") {
    const { id: name, kind } = field;
    return <HeaderFile {...{ name, label, kind, file, error, uploadsTo, onFile }} />;
  }
  if (field.kind === "expiry") {
    return <ExpiryField {...{ name: field.id, label, value, error, onChange, onLeave }} />;
  }
  const isSuggesting = suggestion !== null && value === "";
  return (
    <div className="flex flex-col items-start gap-1 [&>*]:w-full">
      <TextField
        label={label}
        name={field.id}
        value={value}
        dir="auto"
        autoComplete="off"
        autoFocus={isFirst}
        inputMode={field.kind === "latitude" || field.kind === "longitude" ? "decimal" : undefined}
        placeholder={field.example ? t("example", { example: field.example }) : undefined}
        hint={isFromDraft ? t("fromDraft") : field.limit ? `${value.trim().length} / ${field.limit}` : null}
        error={error}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
      {isSuggesting ? (
        <button
          type="button"
          className="w-fit! rounded-control px-1 text-sm text-accent underline-offset-2 hover:underline max-wide:min-h-11"
          // The field keeps the focus: leaving it would tell that it is empty and move this from under the pointer.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange(suggestion)}
        >
          {t("useSuggestion", { value: suggestion })}
        </button>
      ) : null}
    </div>
  );
}
