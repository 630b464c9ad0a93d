import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Actor } from "@/lib/domain/member";
import { runErasure } from "@/lib/inbox/privacy/erase/run";
import { startErasure } from "@/lib/inbox/privacy/erase/start";
import { conversations } from "@/lib/store/conversations";
import { mediaFolder } from "../media/support";
import { everythingStored } from "../support/everything-stored";
import { whatsappChannelId } from "../support/world";

export const admin: Actor = { kind: "member", id: "u_admin", name: "Ada", role: "admin" };
export const now = () => Math.floor(Date.now() / 1000) - 60;
let numbers = 0;
export const newPhone = () => {
  numbers += 1;
  return `49157${String(numbers).padStart(8, "0")}`;
};
/** Those of the words that are still somewhere. */
export const tracesOf = async (...words: string[]) => {
  const left = await dump();
  return words.filter((word) => left.includes(word));
};

/** Everything that is kept, and every file, as one text. */
async function dump(): Promise<string> {
  const files = existsSync(mediaFolder)
    ? readdirSync(mediaFolder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    : [];
  const bytes = files.map((file) => readFileSync(join(file.parentPath, file.name)).toString("latin1"));
  return [await everythingStored(), ...bytes].join("\n");
}

/** Erases a person to the end; nothing is waited for. */
export async function erase(contactId: string, options: Parameters<typeof runErasure>[1] = {}) {
  const started = await startErasure(admin, { contactId });
  if (!started.ok) throw new Error(started.error.message);
  return runErasure(started.data.id, { quietMs: 0, ...options });
}

export const contactOf = async (conversationId: string) =>
  (await conversations().doc(conversationId).get()).data()?.contactId ?? "";
export const threadOf = (waId: string) => `${whatsappChannelId}__wa_${waId}`;
