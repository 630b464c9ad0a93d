"use client";
import ArrowLeft from "lucide-react/icons/arrow-left";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Template } from "@/lib/domain/template";
import { templateComponents } from "@/lib/domain/template-components";
import { nameSuggestion } from "@/lib/domain/template-suggestions";
import { forgetForm } from "./form-memory";
import { languageName } from "./language-name";
import type { Outcome } from "./outcome";
import { TemplateField } from "./template-field";
import type { Recipient } from "./template-picker";
import { TemplatePreview } from "./template-preview";
import type { UploadTarget } from "./upload-header";
import { useTemplateForm } from "./use-template-form";

type Props = {
  /** Where it goes, as one word: what is filled in and not sent is remembered for it. */
  place: string;
  template: Template;
  recipient: Recipient;
  uploadsTo: UploadTarget;
  draft: string;
  onBack: () => void;
  onSend: (components: Record<string, unknown>[], usedDraft: boolean) => Promise<Outcome>;
};

/** What the template wants to know, and beside it what the customer will see. */
export function TemplateForm({ place, template, recipient, uploadsTo, draft, onBack, onSend }: Props) {
  const t = useTranslations("templates");
  const tErrors = useTranslations("errors");
  const locale = useLocale();
  const memoryKey = `${place} ${template.id}`;
  const form = useTemplateForm(memoryKey, template.parts, draft);
  const [state, setState] = useState<"idle" | "busy" | Outcome>("idle");
  const self = useRef<HTMLFormElement>(null);
  const suggestion = nameSuggestion(form.fields, recipient.name);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (state === "busy") return;
    const wrong = form.check();
    if (wrong !== null) {
      self.current?.querySelector<HTMLElement>(`[name="${CSS.escape(wrong)}"]`)?.focus();
      return;
    }
    setState("busy");
    const outcome = await onSend(templateComponents(template.parts, form.values), form.isDraftUsed);
    if (outcome === "sent") forgetForm(memoryKey);
    setState(outcome);
  }

  return (
    <form
      ref={self}
      noValidate
      onSubmit={(event) => void submit(event)}
      className="flex max-h-[min(34rem,calc(100dvh-9rem))] min-h-0 flex-col gap-3"
    >
      <div className="flex items-center gap-2">
        <Button variant="ghost" size="sm" onClick={onBack}>
          <ArrowLeft size={14} aria-hidden className="rtl:-scale-x-100" />
          {t("back")}
        </Button>
        <p className="min-w-0 truncate">
          <span className="font-medium">{template.name}</span>{" "}
          <span className="text-sm text-text-muted">{languageName(template.language, locale)}</span>
        </p>
      </div>
      <div className="grid min-h-0 flex-1 scroll-quiet gap-5 overflow-y-auto wide:grid-cols-2">
        <div className="flex flex-col gap-3 p-1">
          {form.fields.length === 0 ? <p className="text-text-muted">{t("nothingToFill")}</p> : null}
          {form.fields.map((field, at) => (
            <TemplateField
              key={field.id}
              field={field}
              value={form.values[field.id] ?? ""}
              problem={form.problemOf(field.id)}
              suggestion={suggestion?.fieldId === field.id ? suggestion.value : null}
              isFromDraft={form.draftFieldId === field.id && form.isDraftUsed}
              isFirst={at === 0}
              file={form.files[field.id] ?? null}
              uploadsTo={uploadsTo}
              onChange={(value) => form.set(field.id, value)}
              onLeave={() => form.leave(field.id)}
              onFile={(file) => form.setFile(field.id, file)}
            />
          ))}
        </div>
        <TemplatePreview parts={template.parts} values={form.values} files={form.files} />
      </div>
      <div className="flex items-center justify-end gap-3 border-t border-border pt-3">
        <p role="alert" className="min-w-0 flex-1 text-sm text-danger empty:hidden">
          {state === "idle" || state === "busy" || state === "sent"
            ? null
            : tErrors.has(state)
              ? tErrors(state)
              : tErrors("internal")}
        </p>
        <Button
          type="submit"
          variant="primary"
          isBusy={state === "busy"}
          autoFocus={form.fields.length === 0}
        >
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
