/** Whether Firestore takes a text as a document's id; others it refuses by throwing. */
export const isDocumentId = (id: string): boolean =>
  id !== "" && id !== "." && id !== ".." && id.length <= 1_000 && !id.includes("/") && !/^__.*__$/.test(id);
