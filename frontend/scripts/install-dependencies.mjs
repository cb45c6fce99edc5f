// Runs `npm ci` unless node_modules already holds exactly what the lock file and this Node ask for.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `The frontend is built with Node 20.19 or newer, found ${process.versions.node}: install a newer Node.`,
  );
  process.exit(1);
}

const stampFile = 'node_modules/.installed-from';
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(readFileSync('package.json'))
  .update(`${process.platform} ${process.arch} node ${major}`)
  .digest('hex');

if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) process.exit(0);

const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (install.error) {
  console.error(`npm could not be started (${install.error.message}): install npm 10 or newer.`);
  process.exit(1);
}
if (install.status !== 0) process.exit(install.status ?? 1);
writeFileSync(stampFile, wanted);
