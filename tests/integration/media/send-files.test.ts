import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as getPublic } from "@/app/m/[token]/route";
import { retryMessage } from "@/lib/inbox/outbound/retry";
import { uploads } from "@/lib/store/uploads";
import { movingSticker, photo, voiceNote } from "../../support/media-files";
import { film, recording } from "../../support/recordings";
import {
  agent,
  calm,
  control,
  customer,
  readMessage,
  sender,
  setEnv,
  useStandIn,
} from "../outbound/stand-in";
import { useWorld } from "../support/world";
import { put, queueFile, taken } from "./files";
import { useMediaFolder } from "./support";

useWorld("send-files");
useStandIn();
useMediaFolder();

let app: Server;
beforeAll(async () => {
  app = createServer(async (request, response) => {
    const token = decodeURIComponent(request.url?.replace(/^\/m\//, "") ?? "");
    const answer = await getPublic(new Request(`http://127.0.0.1${request.url}`), {
      params: Promise.resolve({ token }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body) Readable.fromWeb(answer.body as never).pipe(response);
    else response.end();
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  setEnv({ APP_URL: `http://127.0.0.1:${(app.address() as AddressInfo).port}` });
});
afterAll(async () => {
  setEnv({ APP_URL: "" });
  await new Promise((resolve) => app.close(resolve));
});

type OnPhone = {
  from: string;
  kind: string;
  text: string | null;
  media: { mediaId: string; mimeType: string } | null;
};
async function lastOnPhone(customerId: string): Promise<OnPhone | undefined> {
  const { items } = await control<{ items: OnPhone[] }>("GET", `customers/${customerId}/messages`);
  return items.filter(({ from }) => from === "business").at(-1);
}
const requests = async (path: string) =>
  (await control<{ items: { body: Record<string, unknown> }[] }>("GET", `requests?path=${path}&method=POST`))
    .items;

async function deliver(conversationId: string): Promise<void> {
  await sender().kickLane(conversationId);
  await calm();
}

test("a picture is put at WhatsApp once, goes out by its id with its caption, and keeps its size in the thread", async () => {
  const { id, conversationId } = await customer("whatsapp");
  const added = await taken(conversationId, await photo(), "IMG 1.jpg", { claimedType: "image/jpeg" });
  const message = await queueFile(conversationId, added, { caption: "As promised" });
  await deliver(conversationId);
  expect(await lastOnPhone(id)).toMatchObject({
    kind: "image",
    text: "As promised",
    media: { mediaId: expect.any(String), mimeType: "image/jpeg" },
  });
  const sent = await readMessage(conversationId, message.id);
  expect(sent.content).toMatchObject({
    kind: "image",
    media: [
      {
        file: { state: "ready", width: 600, height: 900, mimeType: "image/jpeg" },
        uploadId: added.upload.id,
      },
    ],
  });
  expect((await uploads().doc(added.upload.id).get()).data()).toMatchObject({ sentMessageId: message.id });
});

test.each([
  ["video", () => film("mp4", "avc"), "clip.mp4", "video/mp4", "video"],
  ["sound", voiceNote, "song.ogg", "audio/ogg", "audio"],
  ["document", async () => Buffer.from("Name;Price\nTea;3\n"), "prices.csv", "text/csv", "document"],
] as const)("a %s goes out by its id on WhatsApp", async (_what, make, name, type, kind) => {
  const { id, conversationId } = await customer("whatsapp");
  await queueFile(conversationId, await taken(conversationId, await make(), name, { claimedType: type }));
  await deliver(conversationId);
  expect(await lastOnPhone(id)).toMatchObject({ kind, media: { mediaId: expect.any(String) } });
});

test("a recording and a sticker go out as what they are", async () => {
  const { id, conversationId } = await customer("whatsapp");
  const voice = await taken(conversationId, await recording("webm"), "v.webm", { isVoice: true });
  await queueFile(conversationId, voice);
  await deliver(conversationId);
  expect(await lastOnPhone(id)).toMatchObject({ kind: "audio", media: { mimeType: "audio/ogg" } });
  expect((await requests("messages")).at(-1)?.body).toMatchObject({ type: "audio", audio: { voice: true } });
  await queueFile(
    conversationId,
    await taken(conversationId, await movingSticker(), "s.webp", { isSticker: true }),
  );
  await deliver(conversationId);
  expect(await lastOnPhone(id)).toMatchObject({ kind: "sticker", media: { mimeType: "image/webp" } });
});

test.each([
  ["video", () => film("mp4", "avc"), "f.mp4", {}],
  ["audio", () => recording("webm"), "v.webm", { isVoice: true }],
  ["document", async () => Buffer.from("%PDF-1.4\n%%EOF\n"), "a.pdf", {}],
] as const)("a file of kind %s goes out on Instagram by a link", async (kind, make, name, more) => {
  const { id, conversationId } = await customer("instagram");
  await queueFile(conversationId, await taken(conversationId, await make(), name, more));
  await deliver(conversationId);
  expect(await lastOnPhone(id)).toMatchObject({ kind, media: { mediaId: expect.any(String) } });
});

test("a picture goes out on Instagram by a link that Meta fetches", async () => {
  const { id, conversationId } = await customer("instagram");
  await queueFile(conversationId, await taken(conversationId, await photo(), "photo.jpg"));
  await deliver(conversationId);
  const onPhone = await lastOnPhone(id);
  expect(onPhone).toMatchObject({
    kind: "image",
    media: { mediaId: expect.any(String), mimeType: "image/jpeg" },
  });
});

test("a file whose message failed is not put at Meta again", async () => {
  const { conversationId } = await customer("whatsapp");
  const added = await taken(conversationId, await photo(), "a.jpg");
  const message = await queueFile(conversationId, added);
  await control("POST", "faults", { kind: "error", endpoint: "send", code: 131009, times: 1 });
  await deliver(conversationId);
  expect((await readMessage(conversationId, message.id)).status).toBe("failed");
  const before = (await requests("media")).length;
  const retried = await retryMessage({ actor: agent, conversationId, messageId: message.id });
  expect(retried).toMatchObject({ ok: true });
  await deliver(conversationId);
  expect((await requests("media")).length).toBe(before);
  expect((await readMessage(conversationId, message.id)).status).not.toBe("failed");
});

test("a type the channel does not take is refused with what it takes", async () => {
  const { conversationId } = await customer("whatsapp");
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  expect(await put(conversationId, svg, "a.png", { claimedType: "image/png" })).toMatchObject({
    ok: false,
    error: { code: "media_not_accepted", details: { reason: "type" } },
  });
});

test("a WebP picture becomes a JPEG for WhatsApp", async () => {
  const { conversationId } = await customer("whatsapp");
  const webp = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
    .webp()
    .toBuffer();
  const { upload, isConverted } = await taken(conversationId, webp, "red.webp");
  expect({ isConverted, ...upload }).toMatchObject({
    isConverted: true,
    kind: "image",
    filename: "red.jpg",
    file: { mimeType: "image/jpeg", width: 40, height: 30 },
  });
});
