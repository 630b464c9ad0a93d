/** Light, dark, or whatever the device says at the moment. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
