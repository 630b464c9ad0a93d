"use client";
import { Combobox } from "@base-ui/react/combobox";
import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import { useLocale, useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import { clockTime } from "@/components/inbox/say-time";
import { useNow } from "@/lib/client/use-now";
import { isZoneFor, listTimeZones, sayZone, type ZoneChoice } from "./time-zones";

type Props = { name: string; label: string; initial: string };

/** A time zone, found by typing a city, a country's name of it, or its offset. */
export function TimeZoneField({ name, label, initial }: Props) {
  const t = useTranslations("settings.general");
  const locale = useLocale();
  const id = useId();
  const now = useNow(10_000);
  const [chosen, setChosen] = useState(initial);
  const [isWanted, setIsWanted] = useState(false);
  const zones = useMemo(() => (isWanted ? listTimeZones(locale, Date.now()) : []), [isWanted, locale]);
  const isOf = (zone: ZoneChoice, value: ZoneChoice) => zone.id === value.id;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <Combobox.Root
        items={zones}
        value={zones.find((zone) => zone.id === chosen) ?? { id: chosen, name: "", offset: "", words: "" }}
        onValueChange={(zone: ZoneChoice | null) => zone && setChosen(zone.id)}
        isItemEqualToValue={isOf}
        itemToStringLabel={(zone: ZoneChoice) => sayZone(zone.id)}
        itemToStringValue={(zone: ZoneChoice) => zone.id}
        filter={isZoneFor}
        autoHighlight
      >
        <Combobox.InputGroup className="relative">
          <Combobox.Input
            id={id}
            aria-describedby={`${id}hint`}
            onFocus={() => setIsWanted(true)}
            className="h-9 w-full rounded-control border border-border-strong bg-surface-raised ps-3 pe-9 text-base text-text max-wide:h-11 max-wide:text-lg"
          />
          <Combobox.Trigger
            aria-label={t("timeZoneOpen")}
            onPointerEnter={() => setIsWanted(true)}
            onFocus={() => setIsWanted(true)}
            className="absolute inset-y-0 end-0 inline-flex w-9 items-center justify-center text-text-muted max-wide:w-11"
          >
            <ChevronsUpDown size={14} aria-hidden />
          </Combobox.Trigger>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={4} className="z-40">
            <Combobox.Popup className="max-h-[min(20rem,var(--available-height))] w-(--anchor-width) overflow-y-auto rounded-lg border border-border bg-surface-raised p-1 text-text shadow-float">
              <Combobox.Empty className="px-2 py-2 text-sm text-text-muted empty:hidden">
                {t("timeZoneNone")}
              </Combobox.Empty>
              <Combobox.List>{(zone: ZoneChoice) => <ZoneRow key={zone.id} zone={zone} />}</Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      <input type="hidden" name={name} value={chosen} />
      <p id={`${id}hint`} className="text-sm text-text-muted">
        {t("timeZoneHint", { time: clockTime(now, { locale, timeZone: chosen }) })}
      </p>
    </div>
  );
}

function ZoneRow({ zone }: { zone: ZoneChoice }) {
  return (
    <Combobox.Item
      value={zone}
      className="flex min-h-8 items-baseline gap-3 rounded-control px-2 py-1 select-none data-highlighted:bg-surface-sunken data-selected:font-semibold max-wide:min-h-11"
    >
      <span className="min-w-0 flex-1">
        {sayZone(zone.id)} <span className="text-sm font-normal text-text-muted">{zone.name}</span>
      </span>
      <span dir="ltr" className="tabular shrink-0 text-sm font-normal text-text-muted">
        {zone.offset}
      </span>
    </Combobox.Item>
  );
}
