/** What a browser shows and never runs. Everything else is a download: HTML, SVG, PDF, text, what we do not know. */
const shown = new Set([
  "image/jpeg",
  "image/png",
  "image/apng",
  "image/webp",
  "image/gif",
  "image/avif",
  "image/bmp",
  "image/heic",
  "image/heif",
  "video/mp4",
  "video/webm",
  "video/ogg",
  "video/3gpp",
  "video/quicktime",
  "audio/mpeg",
  "audio/mp4",
  "audio/x-m4a",
  "audio/aac",
  "audio/ogg",
  "audio/opus",
  "audio/webm",
  "audio/wav",
  "audio/vnd.wave",
  "audio/x-wav",
  "audio/flac",
  "audio/x-flac",
  "audio/amr",
  "audio/3gpp",
]);

/** Whether a file of this type may be shown in the page; parameters such as `codecs` do not matter. Pure. */
export function isShownInline(mimeType: string | null): boolean {
  return shown.has(mimeType?.split(";")[0]?.trim().toLowerCase() ?? "");
}
