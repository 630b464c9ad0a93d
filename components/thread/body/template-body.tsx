import { useTranslations } from "next-intl";
import type { ChannelType } from "@/lib/domain/channel";
import { RichText } from "../rich-text-view";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";

type Props = { content: ContentOf<"template">; text: string | null; channel: ChannelType };

/** A template we sent: its name and language, and its words or what it was filled in with. */
export function TemplateBody({ content, text, channel }: Props) {
  const t = useTranslations("thread.template");
  const values = valuesOf(content.components);
  return (
    <div className="flex flex-col gap-1.5">
      <KindLine
        kind="template"
        title={t("name", { name: content.name })}
        detail={t("language", { language: content.language })}
      />
      {text ? <RichText text={text} channel={channel} /> : null}
      {!text && values.length > 0 ? (
        <p dir="auto" className="text-sm">
          {t("values", { values: values.join(" · ") })}
        </p>
      ) : null}
    </div>
  );
}

/** The texts among a template's parameters, in order. The components are Meta's and may hold anything. */
function valuesOf(components: readonly Record<string, unknown>[]): string[] {
  return components
    .flatMap((component) => (Array.isArray(component.parameters) ? component.parameters : []))
    .map((parameter: unknown) => (parameter as { text?: unknown } | null)?.text)
    .filter((text) => typeof text === "string");
}
