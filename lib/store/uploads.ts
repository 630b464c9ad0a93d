import type { Query } from "firebase-admin/firestore";
import { Upload } from "@/lib/domain/media";
import { typedCollection } from "./typed-collection";

/** `uploads/<id>`. */
export const uploads = () => typedCollection("uploads", Upload);

/** Files never sent that were chosen before `time` (epoch ms), oldest first. */
export const unsentUploadsBefore = (time: number, limit: number): Query<Upload> =>
  uploads()
    .where("sentMessageId", "==", null)
    .where("createdAt", "<", time)
    .orderBy("createdAt")
    .limit(limit);
