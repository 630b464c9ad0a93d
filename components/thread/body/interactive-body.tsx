import List from "lucide-react/icons/list";
import { useTranslations } from "next-intl";
import type { ChannelType } from "@/lib/domain/channel";
import { RichText } from "../rich-text-view";
import { Choices } from "./choices";
import type { ContentOf } from "./content-of";
import { type InteractiveParts, interactiveParts } from "./interactive-parts";
import { KindLine } from "./kind-line";

type Props = { content: ContentOf<"interactive">; text: string | null; channel: ChannelType };

/** A message with something to tap, sent by us, as the customer sees it. */
export function InteractiveBody({ content, text, channel }: Props) {
  const t = useTranslations("thread.interactive");
  const tKind = useTranslations("inbox.kind");
  const parts = interactiveParts(content.interactive, (ask) => t(`asks.${ask}`));
  const { header, headerKind, footer, listButton, sections, cards } = parts;
  const body = parts.body ?? (cards.length > 0 ? null : text);
  const hasNothing = !body && !header && sections.length === 0 && cards.length === 0;
  if (hasNothing) return <KindLine kind="interactive" title={t("title")} />;
  return (
    <div className="flex flex-col gap-1.5">
      {headerKind ? <p className="text-sm text-text-muted">{tKind(headerKind)}</p> : null}
      {header ? (
        <p dir="auto" className="font-semibold">
          {header}
        </p>
      ) : null}
      {body ? <RichText text={body} channel={channel} /> : null}
      {footer ? (
        <p dir="auto" className="text-sm text-text-muted">
          {footer}
        </p>
      ) : null}
      {listButton ? (
        <p className="flex items-center gap-1.5 text-sm font-medium text-accent">
          <List size={14} aria-hidden /> {listButton}
        </p>
      ) : null}
      {sections.map(({ title, choices }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections never move
        <div key={index}>
          {title ? <p className="mb-0.5 text-xs font-medium text-text-muted">{title}</p> : null}
          <Choices choices={choices} />
        </div>
      ))}
      <Cards cards={cards} />
    </div>
  );
}

function Cards({ cards }: Pick<InteractiveParts, "cards">) {
  const t = useTranslations("thread.interactive");
  if (cards.length === 0) return null;
  return (
    <ul aria-label={t("cards")} className="flex flex-col gap-2">
      {cards.map(({ title, subtitle, choices }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards never move
        <li key={index} className="rounded-lg border border-text/15 p-2">
          <p dir="auto" className="font-medium">
            {title}
          </p>
          {subtitle ? (
            <p dir="auto" className="text-sm text-text-muted">
              {subtitle}
            </p>
          ) : null}
          <Choices choices={choices} />
        </li>
      ))}
    </ul>
  );
}
