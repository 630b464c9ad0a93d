import type { MediaFile } from "./media";
import type { Message } from "./message";
import type { MessageContent, MessageMedia } from "./message-content";

/**
 * A message as it may leave the server: without where its files are on our disk. Every list, stream, page, action and
 * API answer goes through here or through `browserMessage`. Pure.
 */
export function publicMessage<T extends Message>(message: T): T {
  return changed(message, (media) => ({
    ...media,
    ...(media.file ? { file: withoutKeys(media.file) } : {}),
  }));
}

/** The same without Meta's signed links as well: a browser gets files from us. Pure. */
export function browserMessage<T extends Message>(message: T): T {
  const bare = changed(publicMessage(message), (media) => ({ ...media, url: null }));
  const { content, replyTo } = bare;
  return {
    ...bare,
    content: withoutLink(content),
    replyTo: replyTo?.story ? { ...replyTo, story: { ...replyTo.story, url: null } } : replyTo,
  };
}

/** A file without its keys. Pure. */
export function withoutKeys(file: MediaFile): MediaFile {
  const { playKey: _play, ...rest } = file;
  return { ...rest, key: null, thumbKey: null };
}

function changed<T extends Message>(message: T, change: (media: MessageMedia) => MessageMedia): T {
  const { content, replyTo } = message;
  const story = replyTo?.story;
  const hasFiles = "media" in content && content.media;
  return {
    ...message,
    ...(message.adMedia ? { adMedia: change(message.adMedia) } : {}),
    content: hasFiles ? { ...content, media: content.media?.map(change) } : content,
    replyTo: story?.media ? { ...replyTo, story: { ...story, media: change(story.media) } } : replyTo,
  };
}

/** A shared post's public page stays; a story's or file's own link is signed. */
function withoutLink(content: MessageContent): MessageContent {
  if (content.kind === "story_mention") return { ...content, url: null };
  if (content.kind !== "share" || !content.url) return content;
  return isPublicPage(content.url) ? content : { ...content, url: null };
}

function isPublicPage(url: string): boolean {
  return URL.canParse(url) && /^(www\.)?(instagram|facebook)\.com$/.test(new URL(url).hostname);
}
