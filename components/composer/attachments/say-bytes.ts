/** "840 bytes", "12 kB", "3.4 MB" in steps of 1,024, as the channels count their limits. Pure. */
export function sayBytes(bytes: number, locale: string): string {
  const units = ["byte", "kilobyte", "megabyte"] as const;
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  const value = bytes / 1024 ** step;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step],
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step === 2 && value < 100 ? 1 : 0,
  }).format(value);
}
