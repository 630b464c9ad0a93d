import type { ChannelCredentials, OutgoingFile } from "@/lib/channels/client";
import { localErrors } from "@/lib/channels/graph/error-catalogue";
import type { GraphResult } from "@/lib/channels/graph/result";
import type { Channel } from "@/lib/domain/channel";
import { putAtMeta } from "@/lib/inbox/uploads/put-at-meta";
import { uploadLink } from "@/lib/inbox/uploads/upload-link";
import { uploads } from "@/lib/store/uploads";

/** `unsendable`: a reason of the failure catalogue; no other try would help. */
export type Unsendable = { ok: false; unsendable: string };
export type FileAnswer = GraphResult<OutgoingFile> | Unsendable;

/** An uploaded file (`uploads/<id>`) as Meta can have it: put there once and named by its id on WhatsApp, a link on Instagram. */
export async function outgoingFile(
  channel: Channel,
  credentials: ChannelCredentials,
  uploadId: string,
): Promise<FileAnswer> {
  const upload = (await uploads().doc(uploadId).get()).data();
  if (!upload?.file.key) return { ok: false, unsendable: localErrors.fileMissing.reason };
  if (channel.type === "whatsapp") {
    const put = await putAtMeta(credentials, upload, Date.now());
    return put.ok ? { ok: true, data: { id: put.data } } : put;
  }
  const link = await uploadLink(upload, Date.now());
  return link ? { ok: true, data: { link } } : { ok: false, unsendable: localErrors.noPublicAddress.reason };
}
