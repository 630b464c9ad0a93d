"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { interactiveLimits } from "@/lib/channels/interactive-limits";
import { CountedField } from "./counted-field";
import { freshId } from "./empty-interactive";
import { at, changed, type FormProps, orNull, without } from "./form-props";
import { RowFrame } from "./row-frame";

const limits = interactiveLimits.whatsapp;
type Section = FormProps<"list">["value"]["sections"][number];

/** WhatsApp: a text with a list behind one button; ten rows in all. */
export function ListForm({ value, onChange, wrong, isTried }: FormProps<"list">) {
  const t = useTranslations("sendMore");
  const { sections } = value;
  const ids = sections.flatMap(({ rows }) => rows.map(({ id }) => id));
  const hasRoom = ids.length < limits.rows;
  const set = (changes: Partial<typeof value>) => onChange({ ...value, ...changes });
  const emptyRow = () => ({ id: freshId(ids), title: "", description: null });
  const text = (field: "header" | "footer", limit: number) => (
    <CountedField
      label={t(`field.${field}`)}
      value={value[field] ?? ""}
      limit={limit}
      wrong={at(wrong, field)}
      isTried={isTried}
      onChange={(next) => set({ [field]: orNull(next) })}
    />
  );
  return (
    <>
      {text("header", limits.header)}
      <CountedField
        label={t("field.body")}
        value={value.body}
        limit={limits.listBody}
        isLong
        wrong={at(wrong, "body")}
        isTried={isTried}
        onChange={(body) => set({ body })}
      />
      {text("footer", limits.footer)}
      <CountedField
        label={t("field.listButton")}
        value={value.button}
        limit={limits.listButton}
        wrong={at(wrong, "button")}
        isTried={isTried}
        onChange={(button) => set({ button })}
      />
      {sections.map((section, index) => (
        <SectionForm
          // biome-ignore lint/suspicious/noArrayIndexKey: sections are told apart by their place
          key={index}
          number={index + 1}
          section={section}
          isOnly={sections.length === 1}
          wrong={wrong}
          isTried={isTried}
          onAdd={
            hasRoom ? () => setSection(index, { ...section, rows: [...section.rows, emptyRow()] }) : null
          }
          onChange={(next) => setSection(index, next)}
          onRemove={() => set({ sections: without(sections, index) })}
        />
      ))}
      {hasRoom ? (
        <Button
          size="sm"
          variant="ghost"
          className="self-start"
          onClick={() => set({ sections: [...sections, { title: null, rows: [emptyRow()] }] })}
        >
          {t("add.section")}
        </Button>
      ) : null}
    </>
  );

  function setSection(index: number, next: Section) {
    set({ sections: changed(sections, index, next) });
  }
}

type SectionProps = Pick<FormProps<"list">, "wrong" | "isTried"> & {
  number: number;
  section: Section;
  isOnly: boolean;
  /** Null when there is no room for another row. */
  onAdd: (() => void) | null;
  onChange: (section: Section) => void;
  onRemove: () => void;
};

function SectionForm({ number, section, isOnly, wrong, isTried, onAdd, onChange, onRemove }: SectionProps) {
  const t = useTranslations("sendMore");
  const path = `sections.${number - 1}`;
  const name = t("field.section", { number });
  const setRow = (index: number, changes: Partial<Section["rows"][number]>) => {
    const row = section.rows[index];
    if (row) onChange({ ...section, rows: changed(section.rows, index, { ...row, ...changes }) });
  };
  return (
    <RowFrame name={name} onRemove={isOnly ? null : onRemove}>
      {isOnly && section.title === null ? null : (
        <CountedField
          label={name}
          value={section.title ?? ""}
          limit={limits.sectionTitle}
          wrong={at(wrong, `${path}.title`)}
          isTried={isTried}
          onChange={(title) => onChange({ ...section, title: orNull(title) })}
        />
      )}
      {section.rows.map((row, index) => {
        const remove = () => onChange({ ...section, rows: without(section.rows, index) });
        return (
          <RowFrame
            key={row.id}
            name={t("field.row", { number: index + 1 })}
            onRemove={section.rows.length > 1 ? remove : null}
          >
            <CountedField
              label={t("field.row", { number: index + 1 })}
              value={row.title}
              limit={limits.rowTitle}
              wrong={at(wrong, `${path}.rows.${index}.title`)}
              isTried={isTried}
              onChange={(title) => setRow(index, { title })}
            />
            <CountedField
              label={t("field.description", { number: index + 1 })}
              value={row.description ?? ""}
              limit={limits.rowDescription}
              wrong={at(wrong, `${path}.rows.${index}.description`)}
              isTried={isTried}
              onChange={(text) => setRow(index, { description: orNull(text) })}
            />
          </RowFrame>
        );
      })}
      {onAdd ? (
        <Button size="sm" variant="ghost" className="self-start" onClick={onAdd}>
          {t("add.row")}
        </Button>
      ) : null}
    </RowFrame>
  );
}
