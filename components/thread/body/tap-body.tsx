import { useTranslations } from "next-intl";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";

/** A button the customer pressed: shown as a press. What it answers is quoted above. */
export function TapBody({ content, text }: { content: ContentOf<"tap">; text: string | null }) {
  const t = useTranslations("thread.tap");
  const title = content.title ?? text ?? content.payload;
  const source = t(content.source);
  if (!title) return <KindLine kind="tap" title={source} />;
  const detail = content.description ? `${source} · ${content.description}` : source;
  return <KindLine kind="tap" title={t("tapped", { title })} detail={detail} />;
}
