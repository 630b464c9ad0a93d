import { useTranslations } from "next-intl";
import type { ChannelType } from "@/lib/domain/channel";
import { RichText } from "../rich-text-view";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";

type Props = { content: ContentOf<"interactive">; text: string | null; channel: ChannelType };

/** A message with buttons or a list, sent by us: its words and what could be chosen. */
export function InteractiveBody({ content, text, channel }: Props) {
  const t = useTranslations("thread.interactive");
  const choices = titlesIn(content.interactive.action);
  return (
    <div className="flex flex-col gap-1.5">
      {text ? <RichText text={text} channel={channel} /> : <KindLine kind="interactive" title={t("title")} />}
      {choices.length > 0 ? (
        <ul aria-label={t("buttons")} className="flex flex-wrap gap-1.5">
          {choices.map((title) => (
            <li key={title} className="rounded-control border border-text/20 px-2 py-0.5 text-sm">
              {title}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Every `title` in Meta's action object: buttons, or the rows of a list. */
function titlesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(titlesIn);
  if (typeof value !== "object" || value === null) return [];
  const { title, rows, ...rest } = value as Record<string, unknown>;
  if (rows !== undefined) return titlesIn(rows);
  const own = typeof title === "string" ? [title] : [];
  return [...new Set([...own, ...Object.values(rest).flatMap(titlesIn)])];
}
