import type { Query } from "firebase-admin/firestore";
import indexFile from "@/firestore.indexes.json";
import { db } from "./firestore";

type Field = { fieldPath: string; order?: string; arrayConfig?: string };
type Index = { collectionGroup: string; queryScope: string; fields: Field[] };

const FAILED_PRECONDITION = 9;

/**
 * Asks one query of each index in firestore.indexes.json, for one document at most, and names those that the store
 * refuses because the index is not there. Rejects when the store does not answer.
 */
export async function probeIndexes(): Promise<{ asked: number; refused: string[] }> {
  const indexes = listed();
  const refused = await Promise.all(
    indexes.map(async (index) => ((await isRefused(index)) ? nameOf(index) : null)),
  );
  return { asked: indexes.length, refused: refused.filter((name) => name !== null) };
}

function listed(): Index[] {
  const ofGroups = indexFile.fieldOverrides.flatMap(({ collectionGroup, fieldPath, indexes }) =>
    (indexes as { queryScope: string; order?: string; arrayConfig?: string }[])
      .filter(({ queryScope }) => queryScope === "COLLECTION_GROUP")
      .map(({ queryScope, order, arrayConfig }) => ({
        collectionGroup,
        queryScope,
        fields: [{ fieldPath, ...(order ? { order } : {}), ...(arrayConfig ? { arrayConfig } : {}) }],
      })),
  );
  return [...(indexFile.indexes as Index[]), ...ofGroups];
}

async function isRefused(index: Index): Promise<boolean> {
  try {
    await queryOf(index).get();
    return false;
  } catch (error) {
    if ((error as { code?: unknown }).code === FAILED_PRECONDITION) return true;
    throw error;
  }
}

/** In the very order of the index, so that no other one can answer. */
function queryOf({ collectionGroup, queryScope, fields }: Index): Query {
  const isGroup = queryScope === "COLLECTION_GROUP";
  let query: Query = isGroup ? db().collectionGroup(collectionGroup) : db().collection(collectionGroup);
  for (const { fieldPath, order, arrayConfig } of fields) {
    query = arrayConfig
      ? query.where(fieldPath, "array-contains", "")
      : query.orderBy(fieldPath, order === "DESCENDING" ? "desc" : "asc");
  }
  return query.limit(1).select();
}

function nameOf({ collectionGroup, fields }: Index): string {
  return `${collectionGroup}: ${fields.map(({ fieldPath }) => fieldPath).join(", ")}`;
}
