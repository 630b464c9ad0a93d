import { useTranslations } from "next-intl";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";
import { OutsideLink } from "./outside-link";

/** A place: its name and address, its coordinates, and a link to a map. */
export function LocationBody({ content }: { content: ContentOf<"location"> }) {
  const t = useTranslations("thread");
  const tKind = useTranslations("inbox.kind");
  const { latitude, longitude, name, address } = content;
  const hasPoint = latitude !== null && longitude !== null;
  const query = hasPoint ? `${latitude},${longitude}` : [name, address].filter(Boolean).join(", ");
  const point = hasPoint
    ? t("coordinates", { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5) })
    : null;
  return (
    <div className="flex flex-col gap-1">
      <KindLine kind="location" title={name ?? tKind("location")} detail={address ?? point} />
      {address && point ? <p className="tabular text-xs text-text-muted">{point}</p> : null}
      {query ? (
        <OutsideLink href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`}>
          {t("openInMaps")}
        </OutsideLink>
      ) : null}
    </div>
  );
}
