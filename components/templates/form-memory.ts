import type { TemplateValues } from "@/lib/domain/template";
import { paths } from "@/lib/paths";
import type { PickedFile } from "./upload-header";

/** What is filled in and not sent: a dialog that is closed by mistake loses nothing, for as long as the tab lives. */
export type Unsent = { values: TemplateValues; files: Readonly<Record<string, PickedFile>>; draft: string };

const kept = new Map<string, Unsent>();

export const recallForm = (key: string): Unsent | null => kept.get(key) ?? null;

export function keepForm(key: string, form: Unsent): void {
  kept.set(key, form);
}

/** The template is out; its files went with it. */
export function forgetForm(key: string): void {
  for (const { url } of Object.values(kept.get(key)?.files ?? {})) URL.revokeObjectURL(url);
  kept.delete(key);
}

/** Takes a file away that will not be sent, here and on the server (which would do so by itself in a day). */
export function dropFile({ uploadId, url }: PickedFile): void {
  URL.revokeObjectURL(url);
  void fetch(paths.api.upload(uploadId), { method: "DELETE" }).catch(() => undefined);
}
