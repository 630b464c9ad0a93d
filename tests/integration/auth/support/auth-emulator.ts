import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type AuthEmulator = { host: string; projectId: string; stop(): Promise<void> };

/** Starts Firebase's own Auth emulator (plain JavaScript, loopback, free ports). Ready after some seconds; stop it. */
export async function startAuthEmulator(projectId: string): Promise<AuthEmulator> {
  const dir = await mkdtemp(join(tmpdir(), "parley-auth-emulator-"));
  const [port, hubPort, loggingPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const onPort = (value: number) => ({ host: "127.0.0.1", port: value });
  const emulators = {
    auth: onPort(port),
    hub: onPort(hubPort),
    logging: onPort(loggingPort),
    ui: { enabled: false },
  };
  const config = join(dir, "firebase.json");
  await writeFile(config, JSON.stringify({ emulators }));

  const bin = join(process.cwd(), "node_modules/firebase-tools/lib/bin/firebase.js");
  const args = [bin, "emulators:start", "--only", "auth", "--project", projectId, "--config", config];
  const child = spawn(process.execPath, args, {
    cwd: dir,
    env: { ...process.env, XDG_CONFIG_HOME: dir, CI: "1" },
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const host = `127.0.0.1:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(dir, { recursive: true, force: true });
  };
  const isUp = await Promise.race([answers(`http://${host}/`), ended.then(() => false)]);
  if (isUp) return { host, projectId, stop };
  const log = await readFile(join(dir, "firebase-debug.log"), "utf8").catch(() => "no log");
  await stop();
  throw new Error(`The Auth emulator did not start:\n${log.slice(-2000)}`);
}

async function answers(url: string): Promise<boolean> {
  const deadline = Date.now() + 45_000;
  while (Date.now() < deadline) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
