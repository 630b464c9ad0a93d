/** What the fuzz sends: protobuf messages in their JSON shape. Doubles are strings, so that NaN and -0 survive JSON. */
export type Value = { [kind: string]: unknown };
export type Fields = Record<string, Value>;

export type Precondition = { exists?: boolean; updateTime?: "latest" | "stale" };
export type Transform = { fieldPath: string } & Record<string, unknown>;
export type Write = {
  update?: { name: string; fields: Fields };
  delete?: string;
  updateMask?: { fieldPaths: string[] };
  updateTransforms?: Transform[];
  currentDocument?: Precondition;
};

export type Cursor = { values: Value[]; before: boolean };
export type Query = {
  from: { collectionId?: string; allDescendants?: boolean }[];
  where?: Record<string, unknown>;
  orderBy?: { field: { fieldPath: string }; direction: "ASCENDING" | "DESCENDING" }[];
  startAt?: Cursor;
  endAt?: Cursor;
  offset?: number;
  limit?: { value: number };
  select?: { fields: { fieldPath: string }[] };
};
export type Aggregation = { alias: string } & Record<string, unknown>;

export type Read =
  | { do: "get"; documents: string[]; mask?: { fieldPaths: string[] } }
  | { do: "query"; parent: string; query: Query }
  | { do: "aggregate"; parent: string; query: Query; aggregations: Aggregation[] };

export type Step =
  | Read
  | { do: "commit"; writes: Write[] }
  | { do: "batchWrite"; writes: Write[] }
  | { do: "list"; parent: string; collectionId: string; showMissing: boolean; pageSize: number }
  | { do: "collections"; parent: string }
  | { do: "transaction"; isReadOnly: boolean; reads: Read[]; writes: Write[]; end: "commit" | "rollback" }
  | { do: "listen"; parent: string; query: Query }
  | { do: "settle" };

/** Names in steps are of this database; each run plays them in one of its own. */
export const placeholder = "projects/P/databases/(default)";
export const rootName = `${placeholder}/documents`;
