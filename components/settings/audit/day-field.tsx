"use client";
import { useEffect, useRef } from "react";
import { TextField } from "@/components/ui/text-field";

type Props = { label: string; day: string | undefined; onChange: (day: string | undefined) => void };

/** Years before this are half typed. */
const FIRST_YEAR = "2000";

/** A day, "2026-11-20". Half a date changes nothing, and a choice made elsewhere shows without taking the focus. */
export function DayField({ label, day, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current && input.current.value !== (day ?? "")) input.current.value = day ?? "";
  }, [day]);
  return (
    <TextField
      ref={input}
      type="date"
      label={label}
      defaultValue={day}
      onChange={({ currentTarget: { value } }) => {
        if (value === "" || value >= FIRST_YEAR) onChange(value || undefined);
      }}
    />
  );
}
