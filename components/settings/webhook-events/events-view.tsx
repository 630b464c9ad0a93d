"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { EventFilter } from "@/lib/domain/event-filter";
import type { ReplayMode, ReplayProgress } from "@/lib/domain/replay";
import { EventList } from "./event-list";
import { EventsToolbar } from "./events-toolbar";
import { ListEnd } from "./list-end";
import { ReplayDialog, type ReplayQuestion } from "./replay-dialog";
import { ReplayPanel } from "./replay-panel";
import { useAtTop } from "./use-at-top";
import { type EventPage, useEventRows } from "./use-event-rows";
import { useReplay } from "./use-replay";

type Props = {
  filter: EventFilter;
  first: EventPage;
  latestReplay: ReplayProgress | null;
  mayReplay: boolean;
  mayReveal: boolean;
};

/** The live list of webhook events, and what can be done with many of them. */
export function EventsView({ filter, first, latestReplay, mayReplay, mayReveal }: Props) {
  const t = useTranslations("settings.webhookEvents");
  const { isAtTop, ref } = useAtTop();
  const [isInside, setIsInside] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [question, setQuestion] = useState<ReplayQuestion | null>(null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const isFiltered = Object.keys(filter).length > 0;
  const isFollowing = isAtTop && !isInside && !isFiltered && selected.size === 0;
  const list = useEventRows(filter, first, isFollowing);
  const replay = useReplay(latestReplay, () => void list.reload());
  const { rows } = list.page;
  const shownReplay = replay.latest && replay.latest.id !== dismissed ? replay.latest : null;

  function select(ids: readonly string[], isSelected: boolean) {
    const next = new Set(selected);
    for (const id of ids) isSelected ? next.add(id) : next.delete(id);
    setSelected(next);
  }

  async function start(mode: ReplayMode) {
    if (!question || !(await replay.start(mode, question.scope))) return;
    setQuestion(null);
    setSelected(new Set());
  }

  return (
    <>
      {shownReplay ? (
        <ReplayPanel
          replay={shownReplay}
          isBusy={replay.isBusy}
          onStop={() => void replay.stop(shownReplay.id)}
          onDismiss={() => setDismissed(shownReplay.id)}
        />
      ) : null}
      <div className="flex flex-col">
        <div ref={ref} />
        <EventsToolbar
          filter={filter}
          rows={rows}
          selected={selected}
          mayReplay={mayReplay && replay.latest?.state !== "running"}
          mayReveal={mayReveal}
          onSelect={select}
          onAsk={setQuestion}
        />
        <div role="status" className="sticky top-0 z-20 flex justify-center">
          {list.fresh > 0 ? (
            <Button size="sm" variant="primary" className="my-1 shadow-float" onClick={list.showFresh}>
              {t("showNew", { count: list.fresh })}
            </Button>
          ) : null}
        </div>
        {rows.length > 0 ? (
          <EventList
            rows={rows}
            selected={selected}
            onSelect={(id, isSelected) => select([id], isSelected)}
            onFocusChange={setIsInside}
          />
        ) : null}
        <ListEnd list={list} isFiltered={isFiltered} />
      </div>
      <ReplayDialog
        question={question}
        isBusy={replay.isBusy}
        failure={replay.failure}
        onStart={(mode) => void start(mode)}
        onClose={() => setQuestion(null)}
      />
    </>
  );
}
