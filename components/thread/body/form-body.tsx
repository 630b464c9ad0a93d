import { useTranslations } from "next-intl";
import { Group } from "@/components/ui/group";
import type { ContentOf } from "./content-of";
import { type Answer, fieldName, readAnswer } from "./form-answers";
import { KindLine } from "./kind-line";

/** A filled-in form: each field with its answer, nested ones one step in. */
export function FormBody({ content }: { content: ContentOf<"form"> }) {
  const t = useTranslations("thread.form");
  const { name } = content;
  const fields = content.fields.filter((field) => field.name !== "flow_token");
  const title = name && name !== "flow" ? t("named", { name: fieldName(name) }) : t("title");
  return (
    <Group label={title} className="flex flex-col gap-1.5">
      <KindLine kind="form" title={title} detail={fields.length === 0 ? t("empty") : null} />
      {fields.length === 0 ? null : (
        <Answers entries={fields.map((field) => [field.name, readAnswer(field.value)])} />
      )}
    </Group>
  );
}

function Answers({ entries }: { entries: [string, Answer][] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 text-sm [&_dl>div:first-child]:border-t-0 [&_dl>div:first-child]:pt-0">
      {entries.map(([name, answer]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid border-t border-text/10 py-1">
          <dt title={name} className="max-w-40 break-words text-text-muted">
            {fieldName(name)}
          </dt>
          <dd dir="auto" className="min-w-0 [overflow-wrap:anywhere] whitespace-pre-wrap">
            <AnswerView answer={answer} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function AnswerView({ answer }: { answer: Answer }) {
  const t = useTranslations("thread.form");
  if (answer.type === "flag") return t(answer.value ? "yes" : "no");
  if (answer.type === "words") return answer.text === "" ? "–" : answer.text;
  if (answer.type === "fields") return <Answers entries={answer.entries} />;
  if (answer.items.every((item) => item.type === "words")) {
    return answer.items.map((item) => item.text).join(", ") || "–";
  }
  return (
    <ul className="flex list-disc flex-col gap-1 ps-4">
      {answer.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: answers never move
        <li key={index}>
          <AnswerView answer={item} />
        </li>
      ))}
    </ul>
  );
}
