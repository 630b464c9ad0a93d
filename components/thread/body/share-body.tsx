import { useTranslations } from "next-intl";
import { safeHref } from "../rich-text";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";
import { OutsideLink } from "./outside-link";

/** A post, reel or story passed on. */
export function ShareBody({ content }: { content: ContentOf<"share"> }) {
  const t = useTranslations("thread");
  const href = safeHref(content.url);
  return (
    <div className="flex flex-col gap-1">
      <KindLine kind="share" title={t(`share.${content.source}`)} detail={content.title} />
      {href ? <OutsideLink href={href}>{t("openLink")}</OutsideLink> : null}
    </div>
  );
}
