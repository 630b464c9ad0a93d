import { createServer } from "node:net";

/** A port that nobody listens on right now, on loopback. */
export function freePort(): Promise<number> {
  return listenOnce(0) as Promise<number>;
}

/** `wanted` when it is free, else null. */
export async function portIfFree(wanted: number): Promise<number | null> {
  for (const host of ["127.0.0.1", "0.0.0.0", "::"]) {
    if ((await listenOnce(wanted, host)) === null) return null;
  }
  return wanted;
}

function listenOnce(port: number, host = "127.0.0.1"): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") return resolve(null);
      if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") return resolve(port);
      reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      const found = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}
