import type { ComponentProps } from "react";

type Props = ComponentProps<"div"> & { label: string };

/** What belongs together, by a name for those who hear the page. */
export function Group({ label, ...rest }: Props) {
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form, and has a layout of its own
  return <div role="group" aria-label={label} {...rest} />;
}
