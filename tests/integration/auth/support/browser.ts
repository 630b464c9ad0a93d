/**
 * Stands in for `next/headers` outside a server: one browser's cookies and the headers of its request.
 * Use: `vi.mock("next/headers", () => import("./support/browser"))`.
 */
type Cookie = { value: string; options: Record<string, unknown> };

const jar = new Map<string, Cookie>();
const sent = new Headers();

export const cookies = async () => ({
  get: (name: string) => {
    const cookie = jar.get(name);
    return cookie ? { name, value: cookie.value } : undefined;
  },
  set: (name: string, value: string, options: Record<string, unknown>) => {
    if (options.maxAge === 0) jar.delete(name);
    else jar.set(name, { value, options });
  },
});

export const headers = async () => sent;

/** The browser of a test. */
export const browser = {
  /** A new browser, on this host. */
  reset(given: Record<string, string> = {}) {
    jar.clear();
    for (const name of [...sent.keys()]) sent.delete(name);
    const all = {
      host: "localhost:3000",
      "user-agent": "Test/1.0",
      "x-forwarded-for": "203.0.113.1",
      ...given,
    };
    for (const [name, value] of Object.entries(all)) sent.set(name, value);
  },
  cookie: (name = "parley"): Cookie | null => jar.get(name) ?? null,
  setCookie: (value: string, name = "parley") => jar.set(name, { value, options: {} }),
};
