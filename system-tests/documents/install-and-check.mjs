// What Maven runs: installs the parsers where they are missing or older than the lock file, then checks.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const installed = join(here, "node_modules", ".package-lock.json");
const lock = join(here, "package-lock.json");

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  // npm is a shell script on Windows, which only a shell can start.
  const shell = process.platform === "win32";
  const { status } = spawnSync("npm", ["ci", "--loglevel=error"], { cwd: here, stdio: "inherit", shell });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
await import("./check.mjs");
