/** Reading values that came from outside and may be anything. */
export const asText = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
