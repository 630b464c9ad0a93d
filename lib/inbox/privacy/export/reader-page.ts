import { displayNameOf } from "@/lib/domain/contact";
import type { Message } from "@/lib/domain/message";
import { slotsOf } from "@/lib/inbox/media/slots";
import type { Person, PersonThread } from "../read-person";
import { eachMessage } from "./each-message";
import { mediaName } from "./names";

/** The conversations as one page of HTML that needs nothing but the files beside it. Nothing in it can run. */
export async function* readerPage(person: Person): AsyncIterable<string> {
  const name = displayNameOf(person.contact) ?? "Customer";
  yield `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(name)}</title>`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'">`;
  yield `<meta name="viewport" content="width=device-width"><style>${style}</style></head><body><h1>${escaped(name)}</h1>`;
  for (const thread of person.threads) {
    yield `<h2>${escaped(thread.channelName)}</h2><ol>`;
    for await (const message of eachMessage(thread.conversation.id)) yield rowOf(thread, message);
    yield "</ol>";
  }
  yield "</body></html>\n";
}

function rowOf(thread: PersonThread, message: Message): string {
  const time = new Date(message.sentAt).toISOString();
  const who = message.direction === "inbound" ? "in" : "out";
  const files = slotsOf(message).map((slot) => fileOf(mediaName(thread, message, slot), slot.media.file));
  const edited = message.edits
    .map(({ text }) => `<p><del dir="auto">${escaped(text ?? "")}</del></p>`)
    .join("");
  const note = message.revokedAt === null ? "" : "<p><em>Deleted by the sender</em></p>";
  const words = message.text ?? (files.length > 0 ? "" : `[${message.kind}]`);
  const by = message.author.name ?? message.author.kind;
  return `<li class="${who}"><small><time datetime="${time}">${time.slice(0, 16).replace("T", " ")}</time> ${escaped(by)}</small>${edited}<p dir="auto">${escaped(words)}</p>${note}${files.join("")}</li>\n`;
}

function fileOf(path: string, file: { mimeType: string | null; state: string } | undefined): string {
  const name = escaped(path.split("/").at(-1) ?? "");
  if (file?.state !== "ready") return `<p><em>${name}: not here</em></p>`;
  const link = path.split("/").map(encodeURIComponent).join("/");
  if (file.mimeType?.startsWith("image/")) return `<p><img loading="lazy" src="${link}" alt="${name}"></p>`;
  if (file.mimeType?.startsWith("audio/"))
    return `<p><audio controls preload="none" src="${link}"></audio></p>`;
  return `<p><a href="${link}">${name}</a></p>`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);

const style =
  "body{font:16px/1.45 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c2024}" +
  "ol{list-style:none;padding:0}li{margin:.75rem 0;padding:.5rem .75rem;border-radius:12px;max-width:78%;background:#f0f2f4}" +
  "li.out{margin-inline-start:auto;background:#dff1ee}p{margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere}" +
  "small{color:#60646c}img{max-width:100%;border-radius:8px}del{color:#60646c}";
