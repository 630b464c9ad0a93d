import { useFormatter, useTranslations } from "next-intl";
import type { ErasureProof } from "@/lib/inbox/privacy/erasure-proof";

type Props = { erasures: readonly ErasureProof[]; none?: string };

/** That people were erased, without who they were. */
export function ErasureList({ erasures, none }: Props) {
  const t = useTranslations("settings.privacy.proof");
  const format = useFormatter();
  const time = (at: number) => format.dateTime(at, { dateStyle: "long", timeStyle: "short" });
  if (erasures.length === 0) return none ? <p className="text-text-muted">{none}</p> : null;
  return (
    <ul className="divide-y divide-border border-y border-border">
      {erasures.map(({ id, pseudonym, startedAt, finishedAt, by, counts }) => (
        <li key={id} className="flex flex-col gap-0.5 py-2">
          <span>
            {finishedAt === null
              ? t("running", { time: time(startedAt), by })
              : t("done", { time: time(finishedAt), by })}
          </span>
          <span className="text-sm text-text-muted">
            {t("counts", { messages: counts.messages, files: counts.files, rawEvents: counts.rawEvents })}
          </span>
          <span className="text-sm text-text-muted">
            {t("pseudonym")} <code className="break-all">{pseudonym}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
