// Runs one of scripts/*.ts on Node 24 from a fresh clone: plain JavaScript, no dependency, Node 20 is enough.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const commands = ["local", "dev", "test", "bench", "verify"];
const stampPath = join(root, "node_modules", ".parley-lock");

const [command, ...rest] = process.argv.slice(2);
if (!command || !commands.includes(command)) {
  console.error(`Usage: node scripts/bootstrap.mjs <${commands.join("|")}>`);
  process.exit(2);
}
installWhenStale();
runOnNode24(command, rest);

function installWhenStale() {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const hash = createHash("sha256").update(lock).digest("hex");
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === hash) return;
  if (!isInstalled(JSON.parse(lock))) {
    console.log("Installing dependencies (npm ci) …");
    const npm = process.env.npm_execpath;
    const node = process.env.npm_node_execpath ?? process.execPath;
    const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const result = npm
      ? spawnSync(node, [npm, ...args], { cwd: root, stdio: "inherit" })
      : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
    if (result.status !== 0) {
      console.error("npm ci failed; nothing was started.");
      process.exit(result.status ?? 1);
    }
  }
  writeFileSync(stampPath, hash);
}

/** Whether npm's own record of node_modules already says what the lock file asks for. */
function isInstalled(lock) {
  const recordPath = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(recordPath)) return false;
  const installed = JSON.parse(readFileSync(recordPath, "utf8")).packages;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === "" || wanted.optional || wanted.devOptional || wanted.peer) return true;
    return installed[path]?.version === wanted.version && existsSync(join(root, path, "package.json"));
  });
}

function runOnNode24(name, args) {
  const bundled = join(root, "node_modules", "node", "bin", "node");
  const isNewEnough = Number(process.versions.node.split(".")[0]) >= 24;
  if (!existsSync(bundled) && !isNewEnough) {
    console.error(
      "Node 24 is missing: node_modules/node was not installed for this platform. Install Node 24.",
    );
    process.exit(1);
  }
  const node = existsSync(bundled) ? bundled : process.execPath;
  const PATH = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const child = spawn(node, ["--import", "tsx", join(root, "scripts", `${name}.ts`), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH, PARLEY_PARENT_PID: String(process.pid) },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.exit(signal === "SIGKILL" ? 137 : 143);
  });
}

/** npm hands a signal to its shell, which may die of it without telling us: a new parent means stop. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
}
