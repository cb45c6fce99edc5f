// Sums all test reports below the project and prints `N passed, N failed, N skipped`. Fails when
// something failed, and when nothing ran.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const folders = ['surefire-reports', 'failsafe-reports', 'vitest-reports'];

function modules() {
  const top = readdirSync(project, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return top
    .map(({ name }) => join(project, name))
    .filter((path) => existsSync(join(path, 'target')));
}

function count(suite, attribute) {
  return Number(new RegExp(`\\s${attribute}="(\\d+)"`).exec(suite)?.[1] ?? 0);
}

const sum = { tests: 0, failed: 0, skipped: 0 };
for (const module of modules()) {
  for (const folder of folders) {
    const reports = join(module, 'target', folder);
    if (!existsSync(reports)) continue;
    for (const file of readdirSync(reports).filter((name) => name.endsWith('.xml'))) {
      if (folder !== 'vitest-reports' && !file.startsWith('TEST-')) continue;
      const xml = readFileSync(join(reports, file), 'utf8');
      for (const [suite] of xml.matchAll(/<testsuite\s[^>]*>/g)) {
        sum.tests += count(suite, 'tests');
        sum.failed += count(suite, 'failures') + count(suite, 'errors');
        sum.skipped += count(suite, 'skipped');
      }
    }
  }
}
const passed = sum.tests - sum.failed - sum.skipped;
console.log(`${passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || passed === 0 ? 1 : 0;
