"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { Button } from "@/components/ui/button";
import { EventFilter } from "@/lib/domain/event-filter";
import { paths } from "@/lib/paths";
import { SelectField } from "./select-field";
import { TimeFilter } from "./time-filter";
import { useEventWords } from "./use-event-words";

const families = [
  "message",
  "echo",
  "status",
  "read",
  "referral",
  "call",
  "history",
  "messaging",
  "field",
  "value_error",
];

/** What the list shows; it is in the address, so that it can be passed on. */
export function EventFilters({ filter }: { filter: EventFilter }) {
  const t = useTranslations("settings.webhookEvents");
  const words = useEventWords();
  const router = useRouter();
  const idField = useId();
  const any = { value: "", label: t("filter.any") };
  const kinds = filter.kind && !families.includes(filter.kind) ? [filter.kind, ...families] : families;

  function change(part: Record<string, string | number | undefined>) {
    const next = EventFilter.safeParse(withoutEmpty({ ...filter, ...part }));
    if (next.success) router.replace(paths.settings.webhookEvents(next.data), { scroll: false });
  }

  function find(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    change({ id: String(new FormData(event.currentTarget).get("id") ?? "").trim() });
  }

  return (
    <search aria-label={t("filter.label")} className="flex flex-wrap items-end gap-3">
      <SelectField
        label={t("filter.state")}
        value={filter.state ?? ""}
        onChange={(state) => change({ state })}
        options={[
          any,
          ...(["failed", "received", "processed", "ignored"] as const).map((state) => ({
            value: state,
            label: t(`states.${state}`),
          })),
        ]}
      />
      <SelectField
        label={t("filter.channel")}
        value={filter.channel ?? ""}
        onChange={(channel) => change({ channel })}
        options={[
          any,
          { value: "whatsapp", label: t("channels.whatsapp") },
          { value: "instagram", label: t("channels.instagram") },
        ]}
      />
      <SelectField
        label={t("filter.kind")}
        value={filter.kind ?? ""}
        onChange={(kind) => change({ kind })}
        options={[any, ...kinds.map((kind) => ({ value: kind, label: words.kind(kind) }))]}
      />
      <TimeFilter from={filter.from} to={filter.to} onChange={change} />
      <form onSubmit={find} className="flex min-w-0 flex-1 basis-60 flex-col gap-1">
        <label htmlFor={idField} className="text-sm text-text-muted">
          {t("filter.id")}
        </label>
        <div className="flex gap-2">
          <input
            id={idField}
            key={filter.id ?? ""}
            name="id"
            type="search"
            maxLength={600}
            autoComplete="off"
            defaultValue={filter.id ?? ""}
            title={t("filter.idHint")}
            className="h-8 w-full min-w-0 rounded-control border border-border-strong bg-surface-raised px-2 text-base text-text max-wide:h-11"
          />
          <Button type="submit">{t("filter.find")}</Button>
        </div>
      </form>
    </search>
  );
}

function withoutEmpty(values: Record<string, string | number | undefined>) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== "" && value !== undefined),
  );
}
