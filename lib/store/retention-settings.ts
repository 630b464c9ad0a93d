import type { DocumentReference } from "firebase-admin/firestore";
import { RetentionSettings } from "@/lib/domain/retention";
import { typedCollection } from "./typed-collection";

/** `settings/retention`: one document, absent until an admin saves it first. */
export const retentionSettings = (): DocumentReference<RetentionSettings> =>
  typedCollection("settings", RetentionSettings).doc("retention");
