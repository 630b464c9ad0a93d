/** Where Meta keeps files; every name below these too. */
const fileHosts = ["fbsbx.com", "fbcdn.net", "cdninstagram.com", "whatsapp.net"];
const metaHosts = [...fileHosts, "facebook.com", "instagram.com", "whatsapp.com"];

/**
 * Whether a file may be fetched from this address: Meta's hosts over https, or the host that the Graph API itself is
 * configured at (a stand-in's may be plain http). Anything else may be a trap into our own network. Pure.
 */
export function isAllowedSource(url: URL, graphUrls: readonly string[]): boolean {
  if (url.username !== "" || url.password !== "") return false;
  if (isGraphHost(url, graphUrls)) return true;
  return url.protocol === "https:" && url.port === "" && isBelow(url.hostname, metaHosts);
}

/** Whether a link leads to a file of Meta's rather than to a page. Pure. */
export function isFileLink(link: string, graphUrls: readonly string[]): boolean {
  if (!URL.canParse(link)) return false;
  const url = new URL(link);
  if (isGraphHost(url, graphUrls)) return true;
  return url.protocol === "https:" && isBelow(url.hostname, fileHosts);
}

function isGraphHost(url: URL, graphUrls: readonly string[]): boolean {
  return graphUrls.some((base) => URL.canParse(base) && new URL(base).origin === url.origin);
}

function isBelow(host: string, names: readonly string[]): boolean {
  return names.some((name) => host === name || host.endsWith(`.${name}`));
}
