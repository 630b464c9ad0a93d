"use client";
import type { ComponentProps } from "react";
import { TextField } from "@/components/ui/text-field";

/** For what is pasted and never shown again. */
export function SecretField(props: ComponentProps<typeof TextField>) {
  return (
    <TextField
      type="password"
      autoComplete="off"
      spellCheck={false}
      dir="ltr"
      minLength={8}
      maxLength={2000}
      required
      {...props}
    />
  );
}
