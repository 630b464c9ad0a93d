import { Upload } from "@/lib/domain/media";
import { typedCollection } from "./typed-collection";

/** `uploads/<id>`. */
export const uploads = () => typedCollection("uploads", Upload);
