export type Component = Record<string, unknown>;

/** What `components` give, as they come: integrators may send anything. */
export const isOfType = (component: Component, type: string): boolean =>
  String(component.type ?? "").toLowerCase() === type;

export function parametersOf(component: Component | undefined): Component[] {
  return objectsOf(component?.parameters);
}

export function objectsOf(value: unknown): Component[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null) : [];
}

/** The words that a text parameter puts into the text; null for another kind. Pure. */
export function wordsOf(parameter: Component | undefined): string | null {
  if (!parameter) return null;
  if (typeof parameter.text === "string") return parameter.text;
  const rich = parameter.currency ?? parameter.date_time;
  const fallback = (rich as Component | undefined)?.fallback_value;
  return typeof fallback === "string" ? fallback : null;
}
