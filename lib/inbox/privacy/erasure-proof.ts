import type { Erasure, ErasureCounts } from "@/lib/domain/erasure";
import { erasedPeople } from "@/lib/store/erased-people";
import { erasures } from "@/lib/store/erasures";
import { erasedKeyOf } from "./erased-person";

/** That somebody was erased, when, by whom, and how much that was; never who it was. Times in epoch ms. */
export type ErasureProof = {
  id: string;
  pseudonym: string;
  startedAt: number;
  finishedAt: number | null;
  by: string;
  counts: ErasureCounts;
};

/** Erasures of people who had this very name: a phone number, username or id that nobody here keeps any more. */
export async function erasureProofs(typed: string): Promise<ErasureProof[]> {
  const text = typed.trim().replace(/^@/, "");
  const digits = text.replaceAll(/\D/g, "").replace(/^00/, "");
  const names = [
    ...(digits.length >= 4 ? [{ kind: "wa_id", value: digits }] : []),
    ...["username", "bsuid", "parent_bsuid", "igsid"].map((kind) => ({ kind, value: text })),
  ];
  const keys = await Promise.all(names.map(erasedKeyOf));
  const rows = await Promise.all(keys.map((key) => erasedPeople().doc(key).get()));
  const ids = new Set(rows.flatMap((row) => row.data()?.erasureId ?? []));
  const found = await Promise.all([...ids].map((id) => erasures().doc(id).get()));
  return found.flatMap((row) => row.data() ?? []).map(proofOf);
}

/** The last erasures, newest first. */
export async function latestErasures(limit: number): Promise<ErasureProof[]> {
  const page = await erasures().orderBy("startedAt", "desc").limit(limit).get();
  return page.docs.map((row) => proofOf(row.data()));
}

function proofOf({ id, pseudonym, startedAt, finishedAt, requestedBy, counts }: Erasure): ErasureProof {
  return { id, pseudonym, startedAt, finishedAt, by: requestedBy.name, counts };
}
