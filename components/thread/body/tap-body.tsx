import { useTranslations } from "next-intl";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";

/** A button the customer pressed: shown as a press, with what it answered. */
export function TapBody({ content, text }: { content: ContentOf<"tap">; text: string | null }) {
  const t = useTranslations("thread.tap");
  const title = content.title ?? text ?? content.payload;
  const source = t(content.source);
  if (!title) return <KindLine kind="tap" title={source} />;
  return <KindLine kind="tap" title={title} detail={content.description ?? source} />;
}
