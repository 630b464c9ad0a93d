import { SavedInteractive } from "@/lib/domain/saved-interactive";
import { typedCollection } from "./typed-collection";

/** `savedInteractives/<ulid>`. */
export const savedInteractives = () => typedCollection("savedInteractives", SavedInteractive);
