import { gzipSync } from "node:zlib";
import { atMost, report } from "./report";

/** Gzip size of all scripts that a page's HTML asks for, as a browser would load them. */
export async function benchBundle(appUrl: string, cookie: string): Promise<void> {
  report("JavaScript of /sign-in, gzip", await scriptBytes(`${appUrl}/sign-in`, null), "kB");
  report("JavaScript of /inbox, gzip", await scriptBytes(`${appUrl}/inbox`, cookie), "kB", atMost(200));
}

async function scriptBytes(url: string, cookie: string | null): Promise<number> {
  const html = await (await fetch(url, { headers: cookie ? { cookie } : {} })).text();
  const paths = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"[^>]*>/g)]
      // Browsers that know modules never fetch it.
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map((match) => match[1] ?? ""),
  );
  if (paths.size === 0) throw new Error(`${url} has no scripts: is it the page?`);
  let bytes = 0;
  for (const path of paths) {
    const body = await (await fetch(new URL(path, url))).arrayBuffer();
    bytes += gzipSync(new Uint8Array(body), { level: 9 }).byteLength;
  }
  return bytes / 1000;
}
