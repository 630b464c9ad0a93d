import { expect, it } from "vitest";
import { conversations } from "@/lib/store/conversations";
import { voiceNote } from "../../support/media-files";
import { customer, useStandIn } from "../outbound/stand-in";
import { useWorld } from "../support/world";
import { sendsIn, useMediaFolder } from "./support";

useWorld("media-listed");
useStandIn();
useMediaFolder();

it("the list says how long the newest voice note is, once that is known", async () => {
  const anna = await customer("whatsapp");
  const base64 = (await voiceNote()).toString("base64");
  await sendsIn(anna, { kind: "voice", base64, mimeType: "audio/ogg; codecs=opus" });
  const listed = (await conversations().doc(anna.conversationId).get()).data()?.lastMessage;
  expect(listed?.detail).toMatchObject({ variant: "voice", durationMs: expect.closeTo(2000, -2) });
});
