/** Values and documents as Google's generated client hands them over: 64-bit integers as text, the set member named. */
export type WireValue = {
  valueType?: string;
  nullValue?: unknown;
  booleanValue?: boolean;
  integerValue?: string;
  doubleValue?: number;
  timestampValue?: { seconds: string; nanos: number };
  stringValue?: string;
  bytesValue?: Uint8Array;
  referenceValue?: string;
  geoPointValue?: { latitude: number; longitude: number };
  arrayValue?: { values?: WireValue[] };
  mapValue?: { fields?: WireFields };
};
export type WireFields = Record<string, WireValue>;
export type WireDocument = { name: string; fields: WireFields };
export type WireStatus = { code?: number | null; message?: string | null };

export type WireWrite = { update: WireDocument; currentDocument: { exists: boolean } };
export type Found = { document?: WireDocument | null };

/** What the migration asks of either side. `database` is `projects/p/databases/d`. */
export type Side = {
  database: string;
  rootCollections(): Promise<string[]>;
  /** All documents in and below a root collection, in the order of their names, after a name; at most `limit`. */
  descendants(collectionId: string, after: string | null, limit: number): AsyncIterable<WireDocument>;
  get(names: string[]): Promise<Map<string, WireDocument>>;
  /** Each write for itself: one status a write, in order. */
  batchWrite(writes: WireWrite[]): Promise<WireStatus[]>;
  close(): Promise<void>;
};

/** A document's name inside its database: `conversations/x/messages/y`. */
export const relativeName = (name: string): string => name.split("/").slice(5).join("/");
