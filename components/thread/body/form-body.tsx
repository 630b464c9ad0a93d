import { useTranslations } from "next-intl";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";

/** A filled-in form: each field with its answer. */
export function FormBody({ content }: { content: ContentOf<"form"> }) {
  const t = useTranslations("thread.form");
  const { name } = content;
  const fields = content.fields.filter((field) => field.name !== "flow_token");
  return (
    <div className="flex flex-col gap-1.5">
      <KindLine
        kind="form"
        title={name ? t("named", { name }) : t("title")}
        detail={fields.length === 0 ? t("empty") : null}
      />
      {fields.length === 0 ? null : (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 text-sm">
          {fields.map((field) => (
            <div key={field.name} className="col-span-2 grid grid-cols-subgrid border-t border-text/10 py-1">
              <dt className="text-text-muted">{field.name}</dt>
              <dd dir="auto" className="min-w-0 break-words">
                {field.value}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
