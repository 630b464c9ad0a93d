type Props = {
  label: string;
  value: string;
  /** Every value there is, maybe more than once. */
  options: readonly string[];
  nameOf: (option: string) => string;
  onChange: (value: string) => void;
};

/** One choice of those there are, or all. */
export function TemplateFilter({ label, value, options, nameOf, onChange }: Props) {
  const choices = [...new Set(options)]
    .map((option) => ({ option, name: nameOf(option) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  if (choices.length < 2) return null;
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="h-9 max-w-40 rounded-control border border-border bg-surface-raised px-2 text-sm max-wide:h-11"
    >
      <option value="">{label}</option>
      {choices.map(({ option, name }) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
}
