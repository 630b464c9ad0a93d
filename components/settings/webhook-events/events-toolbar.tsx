"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { EventFilter } from "@/lib/domain/event-filter";
import type { EventRow } from "@/lib/domain/event-row";
import { MAX_REPLAY_IDS } from "@/lib/domain/replay";
import { ExportMenu } from "./export-menu";
import type { ReplayQuestion } from "./replay-dialog";

type Props = {
  filter: EventFilter;
  rows: EventRow[];
  selected: ReadonlySet<string>;
  mayReplay: boolean;
  mayReveal: boolean;
  onSelect: (ids: readonly string[], isSelected: boolean) => void;
  onAsk: (question: ReplayQuestion) => void;
};

/** Above the list: what can be done with the selection, or with all that the filter means. */
export function EventsToolbar({ filter, rows, selected, mayReplay, mayReveal, onSelect, onAsk }: Props) {
  const t = useTranslations("settings.webhookEvents");
  const ids = rows.map(({ id }) => id);
  const isAll = rows.length > 0 && ids.every((id) => selected.has(id));
  const { id, ...rest } = filter;
  const isNarrowed = id === undefined && Object.keys(rest).length > 0;
  const isTooMany = selected.size > MAX_REPLAY_IDS;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2 px-2 py-1">
      <label className="flex size-8 items-center justify-center max-wide:size-11">
        <input
          type="checkbox"
          checked={isAll}
          disabled={rows.length === 0}
          onChange={(event) => onSelect(ids, event.target.checked)}
          aria-label={t("selectAll")}
          className="size-4 accent-accent"
        />
      </label>
      {selected.size > 0 ? (
        <>
          <p className="text-sm">{t("selected", { count: selected.size })}</p>
          <Button
            size="sm"
            variant="primary"
            disabled={!mayReplay || isTooMany}
            onClick={() => onAsk({ what: "selection", scope: { ids: [...selected] } })}
          >
            {t("replay.selection")}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => onSelect([...selected], false)}>
            {t("clearSelection")}
          </Button>
          {isTooMany ? <p className="text-sm text-danger">{t("tooMany", { max: MAX_REPLAY_IDS })}</p> : null}
        </>
      ) : (
        <div className="ms-auto flex flex-wrap items-center gap-2">
          {isNarrowed ? (
            <Button disabled={!mayReplay} onClick={() => onAsk({ what: "results", scope: { filter: rest } })}>
              {t("replay.results")}
            </Button>
          ) : null}
          <Button
            disabled={!mayReplay}
            onClick={() => onAsk({ what: "failed", scope: { filter: { state: "failed" } } })}
          >
            {t("replay.allFailed")}
          </Button>
          <ExportMenu filter={filter} mayReveal={mayReveal} />
        </div>
      )}
    </div>
  );
}
