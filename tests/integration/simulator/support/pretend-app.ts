import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  body: unknown;
};

export type PretendApp = {
  url: string;
  received: Received[];
  /** What the next requests are answered; the last one stays. */
  answerWith: (...statuses: number[]) => void;
  stop: () => Promise<void>;
};

/** A server in the place of Parley that keeps what it gets. */
export async function startPretendApp(): Promise<PretendApp> {
  const received: Received[] = [];
  let statuses = [200];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const text = Buffer.concat(parts).toString("utf8");
      const body: unknown = text ? JSON.parse(text) : null;
      received.push({ path: request.url ?? "", headers: request.headers, text, body });
      const status = statuses.length > 1 ? statuses.shift() : statuses[0];
      response.writeHead(status ?? 200);
      response.end(new URL(request.url ?? "/", "http://app").searchParams.get("hub.challenge") ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answerWith: (...next) => {
      statuses = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
