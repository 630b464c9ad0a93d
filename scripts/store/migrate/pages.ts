import { approximateBytes } from "./rewrite-references";
import type { Side, WireDocument } from "./wire";

const DOCUMENTS_A_QUERY = 2000;
const DOCUMENTS_A_PAGE = 300;
/** A request may have 10 MiB. */
const BYTES_A_PAGE = 4_000_000;

/** All documents in and below a root collection, in the order of their names, in pages that fit one request. */
export async function* pages(
  side: Side,
  collectionId: string,
  after: string | null,
): AsyncIterable<WireDocument[]> {
  let last = after === null ? null : `${side.database}/documents/${after}`;
  for (;;) {
    let seen = 0;
    let page: WireDocument[] = [];
    let bytes = 0;
    for await (const document of side.descendants(collectionId, last, DOCUMENTS_A_QUERY)) {
      const size = approximateBytes(document.fields);
      if (page.length === DOCUMENTS_A_PAGE || (page.length > 0 && bytes + size > BYTES_A_PAGE)) {
        yield page;
        page = [];
        bytes = 0;
      }
      page.push(document);
      bytes += size;
      last = document.name;
      seen += 1;
    }
    if (page.length > 0) yield page;
    if (seen < DOCUMENTS_A_QUERY) return;
  }
}
