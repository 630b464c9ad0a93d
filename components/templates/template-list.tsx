"use client";
import RefreshCw from "lucide-react/icons/refresh-cw";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useNow } from "@/lib/client/use-now";
import type { Template } from "@/lib/domain/template";
import type { TemplateList as List } from "@/lib/inbox/templates/list";
import { languageName } from "./language-name";
import { inOrder, recentTemplates } from "./recent-templates";
import { TemplateFilter } from "./template-filter";
import type { Recipient } from "./template-picker";
import { TemplateRow } from "./template-row";
import { hindrance } from "./why-not";

type Props = {
  channelId: string;
  list: List;
  recipient: Recipient;
  onPick: (template: Template) => void;
  onRefresh: () => Promise<boolean>;
};

const anything = { language: "", category: "", status: "" };

/** Every template of the account: searched, filtered, those used last first. Arrows walk, Enter picks. */
export function TemplateList({ channelId, list, recipient, onPick, onRefresh }: Props) {
  const t = useTranslations("templates");
  const tFailure = useTranslations("failures");
  const format = useFormatter();
  const locale = useLocale();
  const now = useNow(30_000);
  const id = useId();
  const [query, setQuery] = useState("");
  const [filter, setFilter] = useState(anything);
  const [refresh, setRefresh] = useState<"idle" | "busy" | "failed">("idle");
  const [recent] = useState(() => recentTemplates(channelId));
  const whyNot = (template: Template) => hindrance(template, recipient);
  const shown = inOrder(
    list.templates.filter((template) => matches(template, query) && passes(template, filter)),
    recent,
    (template) => whyNot(template) === null,
  );
  const failure =
    list.failure && tFailure.has(`${list.failure}.title`) ? tFailure(`${list.failure}.title`) : null;

  async function askAgain() {
    setRefresh("busy");
    setRefresh((await onRefresh()) ? "idle" : "failed");
  }

  /** From the search down to the rows and back. */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || event.target instanceof HTMLSelectElement) return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, [data-template]")];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only moves the focus between what is inside
    <div onKeyDown={onKeyDown} className="flex h-[min(34rem,calc(100dvh-9rem))] min-h-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          // biome-ignore lint/a11y/noAutofocus: a picker is opened to search
          autoFocus
          value={query}
          aria-label={t("search")}
          placeholder={t("search")}
          aria-controls={id}
          onChange={(event) => setQuery(event.target.value)}
          className="h-9 min-w-40 flex-1 rounded-control border border-border-strong bg-surface-raised px-3 text-base placeholder:text-text-muted max-wide:h-11 max-wide:text-lg"
        />
        <TemplateFilter
          label={t("language")}
          value={filter.language}
          options={list.templates.map(({ language }) => language)}
          nameOf={(language) => languageName(language, locale)}
          onChange={(language) => setFilter({ ...filter, language })}
        />
        <TemplateFilter
          label={t("category")}
          value={filter.category}
          options={list.templates.flatMap(({ category }) => category ?? [])}
          nameOf={(category) => (t.has(`categories.${category}`) ? t(`categories.${category}`) : category)}
          onChange={(category) => setFilter({ ...filter, category })}
        />
        <TemplateFilter
          label={t("status")}
          value={filter.status}
          options={list.templates.map(({ status }) => status)}
          nameOf={(status) => (t.has(`statuses.${status}`) ? t(`statuses.${status}`) : status)}
          onChange={(status) => setFilter({ ...filter, status })}
        />
        <IconButton
          label={t("refresh")}
          aria-busy={refresh === "busy" || undefined}
          icon={
            <RefreshCw
              size={16}
              aria-hidden
              className={refresh === "busy" ? "motion-safe:animate-spin" : ""}
            />
          }
          onClick={() => void askAgain()}
        />
      </div>
      <p role="status" className="text-xs text-text-muted">
        {t("count", { count: shown.length })}
        {list.syncedAt === null
          ? null
          : ` · ${t("syncedAt", { ago: format.relativeTime(list.syncedAt, now) })}`}
        {refresh === "failed" || list.failure ? (
          <span className="text-danger"> · {t("refreshFailed", { reason: failure ?? t("noReason") })}</span>
        ) : null}
      </p>
      {shown.length === 0 ? (
        <p className="p-4 text-text-muted">{t(list.templates.length === 0 ? "none" : "noneFound")}</p>
      ) : (
        <ul id={id} aria-label={t("list")} className="-mx-2 min-h-0 flex-1 scroll-quiet overflow-y-auto px-2">
          {shown.map((template) => (
            <TemplateRow
              key={template.id}
              template={template}
              isRecent={recent.includes(`${template.name} ${template.language}`)}
              whyNot={whyNot(template)}
              onPick={() => onPick(template)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function matches({ name, parts }: Template, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const header = parts.header?.format === "text" ? parts.header.text : "";
  const text = [name, name.replaceAll("_", " "), header, parts.body?.text, parts.footer]
    .join(" ")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

function passes({ language, category, status }: Template, filter: typeof anything): boolean {
  if (filter.language !== "" && filter.language !== language) return false;
  if (filter.category !== "" && filter.category !== category) return false;
  return filter.status === "" || filter.status === status;
}
