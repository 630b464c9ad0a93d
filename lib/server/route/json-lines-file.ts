/**
 * Lines of JSON as a file to save, `<name>-<date>.jsonl`, sent as they are made: the next is asked for only when the
 * browser has taken the last.
 */
export function jsonLinesFile(
  name: string,
  lines: AsyncIterator<string, void, undefined>,
  now = new Date(),
): Response {
  const filename = `${name}-${now.toISOString().slice(0, 10)}.jsonl`;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await lines.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await lines.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/x-ndjson; charset=utf-8",
      "Content-Disposition": `attachment; filename="${filename}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
