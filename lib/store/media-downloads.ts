import type { Query } from "firebase-admin/firestore";
import { MediaDownload } from "@/lib/domain/media";
import { typedCollection } from "./typed-collection";

/** `mediaDownloads/<message id>_<slot>`. */
export const mediaDownloads = () => typedCollection("mediaDownloads", MediaDownload);

/** Files whose time has come, longest overdue first. `now` in epoch ms. */
export const dueDownloads = (now: number, limit: number): Query<MediaDownload> =>
  mediaDownloads().where("dueAt", "<=", now).orderBy("dueAt").limit(limit);
