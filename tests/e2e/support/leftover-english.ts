import type { Page } from "@playwright/test";
import { messagesOf, partsOf } from "../../unit/languages/support";

/** Words that no Spanish sentence has; what people wrote, names and codes are not looked at. */
const words =
  /\b(the|and|with|your|this|that|are|was|were|from|for|not|have|has|been|will|can|all|new|every|when|who|what|which|of|to|is|by|it|open|close|save|send|sent|add|remove|delete|settings|account|team|channels?|messages?|conversations?|customers?|members?|password|search|key|keys|none|yet|never|last|today|yesterday)\b/i;

/** The texts of the page, names of controls included, that are English where Spanish was asked for. */
export async function leftoverEnglish(page: Page): Promise<string[]> {
  const catalogue = englishOnly();
  return (await textsOf(page)).filter((text) => catalogue.has(text) || words.test(text));
}

/** English messages without arguments that Spanish says in another way, and never says itself. */
function englishOnly(): Set<string> {
  const all = (language: string) => partsOf("en").flatMap((part) => [...messagesOf(language, part).values()]);
  const spanish = new Set(all("es"));
  return new Set(all("en").filter((message) => !message.includes("{") && !spanish.has(message)));
}

/** Text nodes and names. What people or programs wrote stands in elements that say so: dir="auto", bdi, code, lang. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const foreign =
      "[dir=auto], [dir=ltr], bdi, code, kbd, pre, time, [lang]:not(html), script, style, nextjs-portal";
    const isOurs = (element: Element | null) => element !== null && element.closest(foreign) === null;
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (isOurs(node.parentElement)) found.push(node.textContent?.trim() ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      if (!isOurs(element)) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        found.push(element.getAttribute(name) ?? "");
      }
    }
    return [...new Set(found)].filter((text) => text !== "");
  });
}
