// Prints what the sign-in page, the shell and each lazy chunk weigh when gzipped, and fails when what
// index.html itself asks for is above the budget.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budget = 300_000;
const html = readFileSync('dist/index.html', 'utf8');
let initial = 0;
for (const name of readdirSync('dist/assets').sort()) {
  if (!/\.(js|css)$/.test(name)) continue;
  const size = gzipSync(readFileSync(`dist/assets/${name}`)).length;
  const first = html.includes(name);
  if (first) initial += size;
  console.log(
    `${first ? 'initial' : 'lazy   '} ${(size / 1000).toFixed(1).padStart(7)} kB  ${name}`,
  );
}
console.log(`initial bundle ${(initial / 1000).toFixed(1)} kB gzip, budget ${budget / 1000} kB`);
if (initial > budget) process.exit(1);
