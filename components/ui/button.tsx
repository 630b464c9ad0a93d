import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";

type Props = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Something is on its way: the button stays readable and focusable but does nothing. */
  isBusy?: boolean;
};

export function Button({
  variant,
  size,
  isBusy = false,
  className,
  type = "button",
  onClick,
  ...rest
}: Props) {
  return (
    <button
      type={type}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      className={buttonClass(variant, size, className)}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  );
}
