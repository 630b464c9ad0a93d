import type { ThreadMessage } from "@/lib/client/inbox-data";
import { RichText } from "../rich-text-view";
import { ContactsBody } from "./contacts-body";
import { FormBody } from "./form-body";
import { InteractiveBody } from "./interactive-body";
import { LocationBody } from "./location-body";
import { MediaBody } from "./media-body";
import { OrderBody } from "./order-body";
import { ShareBody } from "./share-body";
import { StoryMentionBody } from "./story-mention-body";
import { TapBody } from "./tap-body";
import { TemplateBody } from "./template-body";
import { UnsupportedBody } from "./unsupported-body";

/** What a message says, by kind. Every kind has a place here; system notices are lines of their own. */
export function MessageBody({ message }: { message: ThreadMessage }) {
  const { content, text, channel } = message;
  const caption = text ? <RichText text={text} channel={channel} /> : null;
  switch (content.kind) {
    case "text":
      return caption ?? <UnsupportedBody type={null} reason={null} />;
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return (
        <>
          <MediaBody content={content} />
          {caption ? <div className="mt-1.5">{caption}</div> : null}
        </>
      );
    case "location":
      return <LocationBody content={content} />;
    case "contacts":
      return <ContactsBody content={content} />;
    case "order":
      return (
        <>
          <OrderBody content={content} />
          {caption ? <div className="mt-1.5">{caption}</div> : null}
        </>
      );
    case "tap":
      return <TapBody content={content} text={text} />;
    case "form":
      return <FormBody content={content} />;
    case "story_mention":
      return (
        <>
          <StoryMentionBody content={content} />
          {caption}
        </>
      );
    case "share":
      return (
        <>
          <ShareBody content={content} />
          {caption}
        </>
      );
    case "template":
      return <TemplateBody content={content} text={text} channel={channel} />;
    case "interactive":
      return <InteractiveBody content={content} text={text} channel={channel} />;
    case "system":
      return caption;
    case "unsupported":
      return <UnsupportedBody type={content.type} reason={content.reason} />;
  }
}
