import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Delivered = { headers: Record<string, string>; body: string };

/** An integrator's server, on this machine. */
export async function startReceiver() {
  const delivered: Delivered[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      delivered.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    delivered,
    /** What it answers from now on. */
    answers: (next: number) => {
      status = next;
    },
    /** The events that came, of a type, as JSON. */
    events: (type: string) =>
      delivered.map(({ body }) => JSON.parse(body)).filter((event) => event.type === type),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
