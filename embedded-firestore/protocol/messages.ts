import type { Fields, Value } from "../values/value.ts";

/**
 * Requests as the codec hands them over: protobufjs messages in camelCase with enums as numbers, 64-bit integers outside
 * Values as Long or number, and every google.firestore.v1.Value and map of Values already ours. Absent fields are
 * undefined or null.
 */
export type WireTimestamp = { seconds?: number | { toNumber(): number } | null; nanos?: number | null };
export type WireDocument = { name?: string | null; fields: Fields };
export type WireMask = { fieldPaths?: string[] | null };
export type WirePrecondition = { exists?: boolean | null; updateTime?: WireTimestamp | null };

export type WireTransform = {
  fieldPath?: string | null;
  /** 1 = REQUEST_TIME. */
  setToServerValue?: number | null;
  increment?: Value | null;
  maximum?: Value | null;
  minimum?: Value | null;
  appendMissingElements?: { values: Value[] } | null;
  removeAllFromArray?: { values: Value[] } | null;
};

export type WireWrite = {
  update?: WireDocument | null;
  delete?: string | null;
  transform?: { document?: string | null; fieldTransforms?: WireTransform[] | null } | null;
  updateMask?: WireMask | null;
  updateTransforms?: WireTransform[] | null;
  currentDocument?: WirePrecondition | null;
};

/** CompositeFilter.Operator: 1 AND, 2 OR. */
export type WireFilter = {
  compositeFilter?: { op?: number | null; filters?: WireFilter[] | null } | null;
  /** FieldFilter.Operator: 1 <, 2 <=, 3 >, 4 >=, 5 ==, 6 !=, 7 array-contains, 8 in, 9 array-contains-any, 10 not-in. */
  fieldFilter?: { field?: WireField | null; op?: number | null; value?: Value | null } | null;
  /** UnaryFilter.Operator: 2 IS_NAN, 3 IS_NULL, 4 IS_NOT_NAN, 5 IS_NOT_NULL. */
  unaryFilter?: { field?: WireField | null; op?: number | null } | null;
};
export type WireField = { fieldPath?: string | null };
/** Direction: 1 ascending, 2 descending. */
export type WireOrder = { field?: WireField | null; direction?: number | null };
export type WireCursor = { values?: Value[] | null; before?: boolean | null };

export type WireQuery = {
  select?: { fields?: WireField[] | null } | null;
  from?: { collectionId?: string | null; allDescendants?: boolean | null }[] | null;
  where?: WireFilter | null;
  orderBy?: WireOrder[] | null;
  startAt?: WireCursor | null;
  endAt?: WireCursor | null;
  offset?: number | null;
  limit?: { value?: number | null } | null;
  findNearest?: unknown;
};

export type WireAggregation = {
  alias?: string | null;
  count?: { upTo?: { value?: number | { toNumber(): number } | null } | null } | null;
  sum?: { field?: WireField | null } | null;
  avg?: { field?: WireField | null } | null;
};

/** Target of a Listen stream. */
export type WireTarget = {
  targetId?: number | null;
  documents?: { documents?: string[] | null } | null;
  query?: { parent?: string | null; structuredQuery?: WireQuery | null } | null;
  resumeToken?: Uint8Array | null;
  readTime?: WireTimestamp | null;
  once?: boolean | null;
  expectedCount?: { value?: number | null } | null;
};
