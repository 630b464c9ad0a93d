import { useTranslations } from "next-intl";

export type Choice = { title: string; detail: string | null };

type Props = { choices: readonly Choice[] };

/** What the customer could tap, as a quiet list: nothing here is to be pressed. */
export function Choices({ choices }: Props) {
  const t = useTranslations("thread.interactive");
  if (choices.length === 0) return null;
  return (
    <ul aria-label={t("buttons")} className="mt-0.5 flex flex-col gap-1">
      {choices.map(({ title, detail }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: titles may repeat, and never move
          key={index}
          dir="auto"
          className="rounded-control border border-text/15 px-2.5 py-1 text-center text-sm"
        >
          <span className="font-medium">{title}</span>
          {detail ? (
            <span className="block text-xs [overflow-wrap:anywhere] text-text-muted">{detail}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
