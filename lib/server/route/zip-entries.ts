type File = { name: string; contents: string | AsyncIterable<string | Uint8Array> };

/** Files as `client-zip` takes them, each opened only when it is its turn. */
export async function* zipEntries(files: AsyncIterable<File>) {
  for await (const { name, contents } of files) {
    if (typeof contents === "string") yield { name, input: contents };
    else yield { name, input: contents as AsyncIterable<string | Uint8Array<ArrayBuffer>> };
  }
}
