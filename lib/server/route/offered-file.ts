type Query = { filename?: string | undefined; voice?: "1" | undefined; sticker?: "1" | undefined };

/** A file that is the raw body of a request, with what the request says about it. */
export function offeredFile(request: Request, { filename, voice, sticker }: Query) {
  const length = request.headers.get("content-length");
  return {
    filename: filename ?? null,
    claimedType: request.headers.get("content-type"),
    claimedBytes: length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null,
    isVoice: voice === "1",
    isSticker: sticker === "1",
    body: request.body,
  };
}
