import { Suspense } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { isPlain, RichBody } from "../rich-bodies";
import { RichText } from "../rich-text-view";
import { BodyPlaceholder } from "./body-placeholder";

/** What a message says. Words are drawn at once; anything else is a chunk that is fetched when a thread opens. */
export function MessageBody({ message }: { message: ThreadMessage }) {
  if (isPlain(message)) return <RichText text={message.text ?? ""} channel={message.channel} />;
  return (
    <Suspense fallback={<BodyPlaceholder message={message} />}>
      <RichBody message={message} />
    </Suspense>
  );
}
