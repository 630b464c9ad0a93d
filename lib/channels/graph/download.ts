import { isAllowedSource } from "../meta-hosts";

export type DownloadRequest = {
  url: string;
  /** WhatsApp's files want the bearer; Instagram's links carry their own signature. */
  token: string | null;
  /** Configured addresses of the Graph API: their hosts are allowed beside Meta's. */
  graphUrls: readonly string[];
};

/** An open answer: `body` still has to be read, and `stop` ends it at any time. */
export type OpenDownload = {
  body: ReadableStream<Uint8Array>;
  mimeType: string | null;
  sizeBytes: number | null;
  stop(): void;
};

/** `refused`: not an address we fetch from. `status`: what Meta answered. `unreachable`: no answer. */
export type DownloadResult =
  | { ok: true; data: OpenDownload }
  | { ok: false; reason: "refused" | "unreachable" }
  | { ok: false; reason: "status"; status: number };

const CONNECT_TIMEOUT_MS = 20_000;
const MAX_HOPS = 4;

/**
 * Opens a file of Meta's. Redirects are followed by hand, each address checked like the first, and the token goes to
 * the host it was meant for only. Never throws.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export async function openDownload(request: DownloadRequest): Promise<DownloadResult> {
  let url = request.url;
  const first = URL.canParse(url) ? new URL(url).host : "";
  for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
    if (!URL.canParse(url) || !isAllowedSource(new URL(url), request.graphUrls)) {
      return { ok: false, reason: "refused" };
    }
    const token = new URL(url).host === first ? request.token : null;
    const answer = await open(url, token);
    if (!answer.ok) return answer;
    const { response, stop } = answer;
    const next = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    if (next === null) return opened(response, stop);
    stop();
    url = URL.canParse(next, url) ? new URL(next, url).href : "";
  }
  return { ok: false, reason: "refused" };
}

type Opened = { ok: true; response: Response; stop(): void } | { ok: false; reason: "unreachable" };

async function open(url: string, token: string | null): Promise<Opened> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), CONNECT_TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      headers: {
        // Some clients without a name get an HTML page instead of the file.
        "User-Agent": "Parley/0.1",
        // What is counted and hashed has to be the file itself.
        "Accept-Encoding": "identity",
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      redirect: "manual",
      cache: "no-store",
      signal: controller.signal,
    });
    return { ok: true, response, stop: () => controller.abort() };
  } catch {
    return { ok: false, reason: "unreachable" };
  } finally {
    clearTimeout(timer);
  }
}

function opened(response: Response, stop: () => void): DownloadResult {
  if (response.status !== 200 || !response.body) {
    stop();
    return { ok: false, reason: "status", status: response.status };
  }
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  return {
    ok: true,
    data: {
      body: response.body,
      mimeType: response.headers.get("content-type"),
      sizeBytes: Number.isFinite(length) ? length : null,
      stop,
    },
  };
}
