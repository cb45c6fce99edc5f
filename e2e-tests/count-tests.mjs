// Sums all test reports below the project, tells each test that failed with its reason, and prints
// `N passed, N failed, N skipped`. Fails when something failed, and when nothing ran.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const folders = ['surefire-reports', 'failsafe-reports', 'vitest-reports', 'pytest-reports'];

function modules() {
  const top = readdirSync(project, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return top
    .map(({ name }) => join(project, name))
    .filter((path) => existsSync(join(path, 'target')));
}

function count(suite, attribute) {
  return Number(new RegExp(`\\s${attribute}="(\\d+)"`).exec(suite)?.[1] ?? 0);
}

const reasonLength = 1500;
const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(text) {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name])
    .trim();
}

// A message, as surefire writes it into an attribute; vitest has all of it in the element.
function* failures(xml) {
  for (const [, attributes, body] of xml.matchAll(/<testcase\s([^>]*[^/])>([\s\S]*?)<\/testcase>/g)) {
    const failure = /<(?:failure|error)\b[^>]*>([\s\S]*?)<\/(?:failure|error)>/.exec(body);
    if (failure === null) continue;
    const named = (attribute) =>
      plain(new RegExp(`\\b${attribute}="([^"]*)"`).exec(attributes)?.[1] ?? '');
    yield `${named('classname')}: ${named('name')}\n  ${plain(failure[1]).slice(0, reasonLength)}`;
  }
}

const failed = [];
const sum = { tests: 0, failed: 0, skipped: 0 };
for (const module of modules()) {
  for (const folder of folders) {
    const reports = join(module, 'target', folder);
    if (!existsSync(reports)) continue;
    for (const file of readdirSync(reports).filter((name) => name.endsWith('.xml'))) {
      if (folder !== 'vitest-reports' && !file.startsWith('TEST-')) continue;
      const xml = readFileSync(join(reports, file), 'utf8');
      failed.push(...failures(xml));
      for (const [suite] of xml.matchAll(/<testsuite\s[^>]*>/g)) {
        sum.tests += count(suite, 'tests');
        sum.failed += count(suite, 'failures') + count(suite, 'errors');
        sum.skipped += count(suite, 'skipped');
      }
    }
  }
}
failed.forEach((failure) => console.log(`\nFAILED ${failure}`));
const passed = sum.tests - sum.failed - sum.skipped;
console.log(`${passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || passed === 0 ? 1 : 0;
