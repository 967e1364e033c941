// Builds the widget, the console and the lists of words and domains for the jar, and does only what is needed: packages are installed when the lock
// file is newer than they are, and nothing is built when no source is newer than the last build. `--check` lints and tests instead. Maven runs both.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLists } from './lists.mjs';
import { weigh } from './weight.mjs';

const here = import.meta.dirname;
const stamp = join(here, 'target', 'built');
const outputs = ['widget/rejoinder.js', 'embed/embed.js', 'console/index.html', 'lists/disposable-domains.txt'].map((file) =>
  join(here, 'target/classes/io/rejoinder/web', file),
);

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

const newestUnder = (folder) =>
  Math.max(
    changedAt(folder),
    ...readdirSync(folder, { recursive: true }).map((file) => changedAt(join(folder, file))),
  );

const run = (command, ...args) => {
  // npm is a shell script on Windows, which only a shell can start.
  const { status, error } = spawnSync(command, args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
};

if (changedAt(join(here, 'node_modules/.package-lock.json')) < changedAt(join(here, 'package-lock.json'))) {
  run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
}

if (process.argv.includes('--check')) {
  run('npm', 'run', '--silent', 'check');
  weigh(outputs[0]);
} else {
  const sources = Math.max(
    ...['src', 'console'].map((folder) => newestUnder(join(here, folder))),
    ...['package-lock.json', 'vite.config.ts', 'build.mjs', 'lists.mjs', 'weight.mjs'].map((file) => changedAt(join(here, file))),
  );
  if (!outputs.every(existsSync) || changedAt(stamp) < sources) {
    for (const part of ['widget', 'embed', 'console']) {
      run('npm', 'exec', '--offline', '--', 'vite', 'build', '--mode', part, '--logLevel', 'warn');
    }
    writeLists(join(here, 'node_modules'), join(here, 'target/classes/io/rejoinder/web/lists'));
    mkdirSync(join(here, 'target'), { recursive: true });
    writeFileSync(stamp, '');
  }
}
