import { noRetention, type RetentionSettings } from "@/lib/domain/retention";
import { retentionSettings } from "@/lib/store/retention-settings";

/** For how long things are kept; for ever where nobody has said otherwise. */
export async function readRetention(): Promise<RetentionSettings> {
  return (await retentionSettings().get()).data() ?? noRetention;
}
