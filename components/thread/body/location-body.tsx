import { useTranslations } from "next-intl";
import { Group } from "@/components/ui/group";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";
import { MapTile } from "./map-tile";
import { OutsideLink } from "./outside-link";

/** A place: where it is on the globe's grid, its name and address, its coordinates, a link to a map. */
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
    <Group label={name ?? tKind("location")} className="flex w-72 max-w-full flex-col gap-2">
      {hasPoint ? <MapTile latitude={latitude} longitude={longitude} /> : null}
      <KindLine
        kind="location"
        title={name ?? tKind("location")}
        detail={address ?? (point ? null : t("noPlace"))}
      />
      {point ? (
        <p className="tabular text-xs text-text-muted select-text">
          <bdi>{point}</bdi>
        </p>
      ) : null}
      {query ? (
        <OutsideLink href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`}>
          {t("openInMaps")}
        </OutsideLink>
      ) : null}
    </Group>
  );
}
