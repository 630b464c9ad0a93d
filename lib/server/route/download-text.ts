/**
 * An answer that a browser saves as a file, sent piece by piece as it is made. Should making it fail on the way, the
 * transfer breaks off: half a file is never taken for a whole one.
 */
export function downloadText(
  pieces: AsyncGenerator<string>,
  { type, filename }: { type: string; filename: string },
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${filename}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
