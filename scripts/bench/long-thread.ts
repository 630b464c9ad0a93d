import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "@/lib/domain/message";
import { mediaDisk } from "@/lib/inbox/media/disk";
import { channels } from "@/lib/store/channels";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { db } from "@/lib/store/firestore";
import { messagesOf } from "@/lib/store/messages";
import { bulkThread } from "../seed/bulk-thread";
import { projectRoot } from "../stack/root";

const WRITES_A_BATCH = 400;
const samples = join(projectRoot, "simulator", "customers", "samples");
const pictures = [
  { file: "mug.jpg", width: 640, height: 480 },
  { file: "vase.jpg", width: 480, height: 640 },
  { file: "bowl.jpg", width: 640, height: 480 },
];

/**
 * Writes one conversation of many messages into the store and gives its id; with `hasPictures` three of four messages
 * are pictures on the media disk. `n` must be a number that no other bulk conversation has.
 */
export async function writeLongThread(options: {
  n: number;
  messages: number;
  hasPictures: boolean;
}): Promise<string> {
  const { n, messages: count, hasPictures } = options;
  const channel = (await channels().where("type", "==", "whatsapp").limit(1).get()).docs[0]?.data();
  if (!channel) throw new Error("The bench needs a WhatsApp channel");
  const { contact, conversation, messages } = bulkThread({ n, messages: count, channel, now: Date.now() });
  await contacts().doc(contact.id).set(contact);
  await conversations().doc(conversation.id).set(conversation);
  if (hasPictures) await putPictures();
  const rows = hasPictures ? messages.map(withPicture) : messages;
  for (let at = 0; at < rows.length; at += WRITES_A_BATCH) {
    const batch = db().batch();
    for (const row of rows.slice(at, at + WRITES_A_BATCH))
      batch.set(messagesOf(conversation.id).doc(row.id), row);
    await batch.commit();
  }
  return conversation.id;
}

async function putPictures(): Promise<void> {
  const disk = mediaDisk();
  if (!disk) throw new Error("The bench needs a media disk");
  const { default: sharp } = await import("sharp");
  for (const { file } of pictures) {
    const bytes = readFileSync(join(samples, file));
    await disk.put(`in/bench/${file}`, bytes);
    await disk.put(
      `in/bench/${file}.webp`,
      await sharp(bytes).resize(480, 480, { fit: "inside" }).webp().toBuffer(),
    );
  }
}

function withPicture(message: Message, index: number): Message {
  const picture = pictures[index % 4];
  if (!picture) return message;
  const { file: name, width, height } = picture;
  const file = {
    state: "ready" as const,
    key: `in/bench/${name}`,
    thumbKey: `in/bench/${name}.webp`,
    mimeType: "image/jpeg",
    sizeBytes: 9_000,
    width,
    height,
    durationMs: null,
    wave: null,
    failure: null,
  };
  const media = [{ mediaId: null, url: null, mimeType: "image/jpeg", sha256: null, file }];
  return { ...message, kind: "image", text: null, content: { kind: "image", media } };
}
