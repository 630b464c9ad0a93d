import { useTranslations } from "next-intl";

/** Says a value of Meta's (`GREEN`, `TIER_1K`, …) in words; as it is where there are none. */
export function useChannelWords(): (value: string) => string {
  const t = useTranslations("settings.channels");
  return (value) => (t.has(`values.${value}`) ? t(`values.${value}`) : value);
}
