import clsx from "clsx";
import { useTranslations } from "next-intl";

type Props = { measure: { length: number; limit: number; unit: "characters" | "bytes" } };

const NEAR = 0.85;

/** How much of the channel's limit is used; silent until it is near. */
export function TextCount({ measure: { length, limit, unit } }: Props) {
  const t = useTranslations("composer");
  if (length < limit * NEAR) return null;
  const over = length - limit;
  return (
    <span className={clsx("tabular truncate text-xs", over > 0 ? "text-danger" : "text-text-muted")}>
      {over > 0
        ? t("tooLong", { count: over })
        : t(unit === "bytes" ? "countBytes" : "countCharacters", { count: length, limit })}
    </span>
  );
}
