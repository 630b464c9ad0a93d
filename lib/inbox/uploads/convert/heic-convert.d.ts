declare module "heic-convert" {
  /** Decodes the first picture of a HEIC file. `quality` from 0 to 1. Throws on what is no HEIC. */
  export default function convert(options: {
    buffer: Uint8Array;
    format: "JPEG" | "PNG";
    quality?: number;
  }): Promise<ArrayBuffer | Uint8Array>;
}
