import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Upload } from "@/lib/domain/media";
import type { Member } from "@/lib/domain/member";
import { addUpload } from "@/lib/inbox/uploads/add-upload";
import { samplePdf } from "../../../simulator/customers/sample-pdf";
import { projectRoot } from "../../stack/root";
import type { Sending } from "./script";

const folder = join(projectRoot, "simulator", "customers", "samples");

/** Puts a sample of the stand-in on the media disk as an agent's upload. `sample: "page"` is a PDF. Throws when refused. */
export async function uploadSample(
  agent: Member,
  conversationId: string,
  { sample, name, isVoice = false, isSticker = false }: NonNullable<Sending["file"]>,
): Promise<Upload> {
  const bytes = sample === "page" ? samplePdf(name ?? "A page") : readFileSync(join(folder, fileOf(sample)));
  const added = await addUpload({
    actor: { kind: "member", id: agent.id, name: agent.name, role: agent.role },
    target: { conversationId },
    filename: name ?? (sample === "page" ? "page.pdf" : fileOf(sample)),
    claimedType: null,
    claimedBytes: bytes.length,
    isVoice,
    isSticker,
    body: new Blob([new Uint8Array(bytes)]).stream(),
  });
  if (!added.ok) throw new Error(`The sample ${sample} was not taken: ${added.error.message}`);
  return added.data.upload;
}

function fileOf(sample: string): string {
  const file = readdirSync(folder).find((name) => name.startsWith(`${sample}.`));
  if (!file) throw new Error(`There is no sample ${sample}`);
  return file;
}
