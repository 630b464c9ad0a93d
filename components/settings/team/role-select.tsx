"use client";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type ComponentProps, useId } from "react";
import { Role } from "@/lib/domain/member";

type Props = Omit<ComponentProps<"select">, "children"> & { label: string; isLabelShown?: boolean };

/** A choice of role. With its label on show, each role also says what it may do. */
export function RoleSelect({ label, isLabelShown = false, className, ...rest }: Props) {
  const t = useTranslations("settings.team");
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={isLabelShown ? "text-sm font-medium" : "sr-only"}>
        {label}
      </label>
      <select
        id={id}
        className={clsx(
          "h-8 rounded-control border border-border-strong bg-surface-raised px-2 text-base text-text disabled:opacity-55 max-wide:h-11",
          className,
        )}
        {...rest}
      >
        {Role.options.map((role) => (
          <option key={role} value={role}>
            {isLabelShown ? `${t(`roles.${role}`)} – ${t(`roleHints.${role}`)}` : t(`roles.${role}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
