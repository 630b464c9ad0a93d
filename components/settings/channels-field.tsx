"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { ChannelBadge } from "@/components/inbox/channel-badge";
import { CheckField } from "@/components/ui/check-field";
import { FieldSet } from "@/components/ui/field-set";
import type { Channel } from "@/lib/domain/channel";

export type ChannelChoice = Pick<Channel, "id" | "type" | "name">;

type Props = {
  channels: readonly ChannelChoice[];
  /** Null: all of them. */
  value: readonly string[] | null;
  onChange: (value: string[] | null) => void;
  hasError: boolean;
};

/** Which channels something reaches: all, those to come too, or some. */
export function ChannelsField({ channels, value, onChange, hasError }: Props) {
  const t = useTranslations("settings.channelsField");
  const name = useId();
  const toggle = (id: string, isChosen: boolean) => {
    const others = (value ?? []).filter((each) => each !== id);
    onChange(isChosen ? [...others, id] : others);
  };
  return (
    <FieldSet legend={t("label")} error={hasError && value?.length === 0 ? t("needed") : null}>
      <CheckField
        type="radio"
        name={name}
        label={t("all")}
        hint={t("allHint")}
        checked={value === null}
        onChange={() => onChange(null)}
      />
      <CheckField
        type="radio"
        name={name}
        label={t("some")}
        checked={value !== null}
        onChange={() => onChange([])}
      />
      {value === null ? null : (
        <div className="flex flex-col gap-2 ps-6">
          {channels.map((channel) => (
            <CheckField
              key={channel.id}
              label={
                <>
                  <ChannelBadge channel={channel.type} />
                  {channel.name}
                </>
              }
              checked={value.includes(channel.id)}
              onChange={(event) => toggle(channel.id, event.target.checked)}
            />
          ))}
        </div>
      )}
    </FieldSet>
  );
}
