import type { DocumentReference } from "firebase-admin/firestore";
import { GeneralSettings } from "@/lib/domain/general-settings";
import { typedCollection } from "./typed-collection";

/** `settings/general`: one document, absent until an admin saves it first. */
export const generalSettings = (): DocumentReference<GeneralSettings> =>
  typedCollection("settings", GeneralSettings).doc("general");
