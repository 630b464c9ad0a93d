"use client";
import type { ReactNode } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { DocumentBody } from "../media/document-body";
import { ImageBody } from "../media/image-body";
import { SoundBody } from "../media/sound-body";
import { StickerBody } from "../media/sticker-body";
import { VideoBody } from "../media/video-body";
import { RichText } from "../rich-text-view";
import { ContactsBody } from "./contacts-body";
import { FormBody } from "./form-body";
import { InteractiveBody } from "./interactive-body";
import { LocationBody } from "./location-body";
import { OrderBody } from "./order-body";
import { ShareBody } from "./share-body";
import { StoryMentionBody } from "./story-mention-body";
import { TapBody } from "./tap-body";
import { TemplateBody } from "./template-body";
import { UnsupportedBody } from "./unsupported-body";

export { stopSound } from "../media/sound-store";
export { AdCard } from "./ad-card";
export { StoryQuote } from "./story-quote";

type Props = { message: ThreadMessage };

/** What a message says, by kind, with its caption. Every kind has a place here; notices are lines of their own. */
export function RichBody({ message }: Props) {
  const { content, text, channel } = message;
  switch (content.kind) {
    case "text":
    case "system":
      return text === null ? (
        <UnsupportedBody message={message} type={null} code={null} reason={null} />
      ) : (
        words()
      );
    case "image":
      return withCaption(<ImageBody message={message} media={content.media} />);
    case "video":
      return withCaption(<VideoBody message={message} media={content.media} />);
    case "audio":
      return withCaption(<SoundBody message={message} content={content} />);
    case "document":
      return withCaption(<DocumentBody message={message} content={content} />);
    case "sticker":
      return withCaption(<StickerBody message={message} content={content} />);
    case "location":
      return <LocationBody content={content} />;
    case "contacts":
      return <ContactsBody content={content} />;
    case "order":
      return withCaption(<OrderBody content={content} />);
    case "tap":
      return <TapBody content={content} text={text} />;
    case "form":
      return <FormBody content={content} />;
    case "story_mention":
      return withCaption(<StoryMentionBody message={message} content={content} />);
    case "share":
      return withCaption(<ShareBody message={message} content={content} />);
    case "template":
      return <TemplateBody content={content} text={text} channel={channel} />;
    case "interactive":
      return <InteractiveBody content={content} text={text} channel={channel} />;
    case "unsupported":
      return withCaption(<UnsupportedBody message={message} {...content} />);
  }

  function words() {
    return text ? <RichText text={text} channel={channel} /> : null;
  }

  function withCaption(body: ReactNode) {
    return (
      <>
        {body}
        {text ? <div className="mt-1.5">{words()}</div> : null}
      </>
    );
  }
}
