// Builds dist/ when a source is newer than it, then lays it into the jar's classes as static/.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'postcss.config.mjs'];
const locks = ['package-lock.json', 'tsconfig.json'];
const built = 'dist/index.html';
const packaged = 'target/classes/static';

const newest = (path) => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time counts: it moves when a file in it is removed.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (modified(built) < Math.max(...[...sources, ...locks].map(newest))) {
  const build = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    { stdio: 'inherit' },
  );
  if (build.status !== 0) process.exit(build.status ?? 1);
}

rmSync(packaged, { recursive: true, force: true });
cpSync('dist', packaged, { recursive: true, preserveTimestamps: true });
