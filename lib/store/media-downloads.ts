import type { Query } from "firebase-admin/firestore";
import { MediaDownload } from "@/lib/domain/media";
import { typedCollection } from "./typed-collection";

/** `mediaDownloads/<message id>_<slot>`. */
export const mediaDownloads = () => typedCollection("mediaDownloads", MediaDownload);

/** What is still to be fetched for a conversation, in no order. */
export const downloadsOfConversation = (conversationId: string): Query<MediaDownload> =>
  mediaDownloads().where("conversationId", "==", conversationId);

/** Files whose time has come, longest overdue first. `now` in epoch ms. */
export const dueDownloads = (now: number, limit: number): Query<MediaDownload> =>
  mediaDownloads().where("dueAt", "<=", now).orderBy("dueAt").limit(limit);
