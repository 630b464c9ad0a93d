"use client";
import { TextField } from "@/components/ui/text-field";

type Props = {
  name: string;
  label: string;
  /** Epoch ms in digits, or "". */
  value: string;
  error: string | null;
  onChange: (value: string) => void;
  onLeave: () => void;
};

/** When an offer ends, in the reader's own time. */
export function ExpiryField({ name, label, value, error, onChange, onLeave }: Props) {
  return (
    <TextField
      type="datetime-local"
      label={label}
      name={name}
      value={value === "" ? "" : localTime(Number(value))}
      error={error}
      onChange={(event) => {
        const at = new Date(event.target.value).getTime();
        onChange(Number.isNaN(at) ? "" : String(at));
      }}
      onBlur={onLeave}
    />
  );
}

/** As the browser's date field writes it: local time without a zone. */
function localTime(at: number): string {
  const shifted = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
