/** Media types by the names people know: "JPEG", "PDF", "Word"; each once. Pure. */
export function sayTypes(types: readonly string[], locale: string): string {
  const names = [...new Set(types.map((type) => known[type] ?? lastPart(type)))];
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(names);
}

const known: Record<string, string> = {
  "text/plain": "text",
  "video/3gpp": "3GP",
  "video/x-msvideo": "AVI",
  "video/quicktime": "MOV",
  "audio/mpeg": "MP3",
  "audio/mp4": "M4A",
  "audio/ogg": "OGG (Opus)",
  "application/msword": "Word",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/vnd.ms-excel": "Excel",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
  "application/vnd.ms-powerpoint": "PowerPoint",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
};

const lastPart = (type: string) => (type.split("/")[1] ?? type).toUpperCase();
