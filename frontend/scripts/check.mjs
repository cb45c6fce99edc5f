// What `mvn verify` asks of the frontend: formatting, lint, types, unit tests. Stops at the first
// that fails. With `true` as argument (the build's skipFrontend) there is nothing to check.
import { spawnSync } from 'node:child_process';

if (process.argv[2] === 'true') process.exit(0);

for (const script of ['format:check', 'lint', 'typecheck', 'test']) {
  const run = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    console.error(`npm run ${script} failed; see above.`);
    process.exit(run.status ?? 1);
  }
}
