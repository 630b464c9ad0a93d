"use client";
import { useTranslations } from "next-intl";
import { interactiveLimits } from "@/lib/channels/interactive-limits";
import { HeaderBodyFooter } from "./buttons-form";
import { CountedField } from "./counted-field";
import { at, type FormProps } from "./form-props";

const limits = interactiveLimits.whatsapp;

/** WhatsApp: one button that opens a link. */
export function LinkForm({ value, onChange, wrong, isTried }: FormProps<"link">) {
  const t = useTranslations("sendMore.field");
  return (
    <>
      <HeaderBodyFooter
        {...{ value, wrong, isTried }}
        onFrame={(changes) => onChange({ ...value, ...changes })}
      />
      <CountedField
        label={t("linkTitle")}
        value={value.title}
        limit={limits.linkTitle}
        wrong={at(wrong, "title")}
        isTried={isTried}
        onChange={(title) => onChange({ ...value, title })}
      />
      <CountedField
        label={t("url")}
        value={value.url}
        inputMode="url"
        wrong={at(wrong, "url")}
        isTried={isTried}
        onChange={(url) => onChange({ ...value, url: url.trim() })}
      />
    </>
  );
}

/** WhatsApp: a question that WhatsApp's own button answers. */
export function RequestForm({
  value,
  onChange,
  wrong,
  isTried,
}: FormProps<"location_request"> | FormProps<"contact_request">) {
  const t = useTranslations("sendMore.field");
  const set = onChange as (next: { type: typeof value.type; body: string }) => void;
  return (
    <CountedField
      label={t("body")}
      value={value.body}
      limit={limits.body}
      isLong
      wrong={at(wrong, "body")}
      isTried={isTried}
      onChange={(body) => set({ ...value, body })}
    />
  );
}
