// Tells the lint rule on module boundaries which file an import means: `@/` and relative paths.
// Anything else is a package and none of its business.
const { existsSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const root = join(__dirname, '..', 'src');
const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

exports.interfaceVersion = 2;
exports.resolve = (source, importer) => {
  let base = null;
  if (source.startsWith('@/')) base = join(root, source.slice(2));
  else if (source.startsWith('.')) base = resolve(dirname(importer), source);
  if (base === null) return { found: false };
  const path = endings
    .map((ending) => base + ending)
    .find((name) => existsSync(name) && statSync(name).isFile());
  return path === undefined ? { found: false } : { found: true, path };
};
