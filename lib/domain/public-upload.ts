import { z } from "zod";
import { MediaFile, Upload } from "./media";
import { withoutKeys } from "./public-message";

/** An upload as whoever made it may see it. `isConverted`: it is not the file that was sent, but one the channel takes. */
export const PublicUpload = Upload.pick({ id: true, kind: true, isVoice: true, filename: true }).extend({
  isConverted: z.boolean(),
  file: MediaFile,
});
export type PublicUpload = z.infer<typeof PublicUpload>;

/** Without where its bytes are. Pure. */
export function publicUpload({
  upload,
  isConverted,
}: {
  upload: Upload;
  isConverted: boolean;
}): PublicUpload {
  const { id, kind, isVoice, filename, file } = upload;
  return { id, kind, isVoice, filename, isConverted, file: withoutKeys(file) };
}
