import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import sharp from "sharp";

/**
 * Draws the sample files of the stand-in for Meta anew (`tsx scripts/samples/make.ts`): Chromium draws and encodes
 * them, so they are ours and free of anybody's rights. They are kept in the tree because tests and the demo need the
 * same bytes on machines without a browser.
 */
const folder = join(import.meta.dirname, "../../simulator/customers/samples");
const files: Record<string, { path: string; type: string }> = {
  "/draw.js": { path: join(import.meta.dirname, "draw.js"), type: "text/javascript" },
  "/mediabunny.mjs": {
    path: join(import.meta.dirname, "../../node_modules/mediabunny/dist/bundles/mediabunny.min.mjs"),
    type: "text/javascript",
  },
};

const server = createServer((request, response) => {
  const file = files[request.url ?? ""];
  response.setHeader("content-type", file?.type ?? "text/html");
  response.end(file ? readFileSync(file.path) : '<script type="module" src="/draw.js"></script>');
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
await page.waitForFunction("window.samples");
const waving: Buffer[] = [];
for (const name of (await page.evaluate("Object.keys(samples)")) as string[]) {
  const bytes = Buffer.from((await page.evaluate(`samples["${name}"]()`)) as string, "base64");
  if (name.startsWith("wave-")) waving.push(bytes);
  else writeFileSync(join(folder, name), bytes);
}
await browser.close();
server.close();
const moving = await sharp(waving, { join: { animated: true } })
  .webp({ loop: 0, delay: waving.map(() => 110), quality: 60, effort: 6 })
  .toBuffer();
writeFileSync(join(folder, "wave.webp"), moving);
