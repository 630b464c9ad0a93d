/** A document's full resource name, taken apart. */
export type DocumentName = {
  /** `projects/p/databases/d/documents/a/b`: the identity of the document. */
  full: string;
  /** `projects/p/databases/d`. */
  database: string;
  /** Path of its collection inside the database: `conversations/x/messages`. */
  collection: string;
  /** Last segment of the collection path: `messages`. */
  group: string;
  /** Last segment of the name. */
  id: string;
};
