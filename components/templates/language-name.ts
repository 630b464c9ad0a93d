/** "en_US" in the reader's words; the code itself when nobody knows it. Pure. */
export function languageName(code: string, locale: string): string {
  try {
    const names = new Intl.DisplayNames([locale], { type: "language" });
    return names.of(code.replaceAll("_", "-")) ?? code;
  } catch {
    return code;
  }
}
