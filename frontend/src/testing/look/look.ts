import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';

// Photographs every page in dark, light and on a phone, and asks axe-core about each: `npm run look`
// against a running preview. The pictures are for a person to look at; what axe finds fails the run.
const base = process.env.LOOK_URL ?? 'http://127.0.0.1:4173';
const out = process.env.LOOK_OUT ?? 'target/look';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const views = [
  { name: 'dark', scheme: 'dark', width: 1600, height: 1000 },
  { name: 'light', scheme: 'light', width: 1600, height: 1000 },
  { name: 'laptop', scheme: 'dark', width: 1280, height: 800 },
  { name: 'phone', scheme: 'dark', width: 390, height: 844 },
] as const;
const morePages = [
  ['dynamic-sla', 'breakdown-row'],
  ['model', 'drift-row'],
  ['orders/4711', 'contribution'],
] as const;
const problems: string[] = [];

interface Violation {
  id: string;
  impact: string | null;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

async function inspect(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${out}/${name}.png` });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) problems.push(`${name}: ${String(overflow)} px wider than the window`);
  // DevTools may evaluate what the page's own policy would refuse.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'axe.run().then((r) => JSON.stringify(r.violations))',
    awaitPromise: true,
  });
  for (const found of JSON.parse(String(result.value)) as Violation[]) {
    const first = found.nodes[0];
    problems.push(
      `${name}: [${String(found.impact)}] ${found.id}: ${found.help}\n    ${first?.html ?? ''}\n    ${first?.failureSummary ?? ''}`,
    );
  }
}

async function walk(browser: Browser, view: (typeof views)[number]): Promise<void> {
  const { name, scheme, width, height } = view;
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addInitScript(`localStorage.setItem('flavor-color-scheme', '${scheme}')`);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().includes('401')) return;
    problems.push(`${name}: console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`));
  await page.goto(`${base}/pipeline`);
  await page.getByTestId('sign-in-form').waitFor();
  await inspect(page, `${name}-1-sign-in`);
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill('correct-horse');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByTestId('pipeline-flow').waitFor();
  await page.waitForTimeout(4_000);
  await inspect(page, `${name}-3-pipeline`);
  await page.screenshot({ path: `${out}/${name}-3-pipeline-full.png`, fullPage: true });
  await page.goto(`${base}/`);
  await page.getByTestId('live-order-row').first().waitFor();
  await page.locator('canvas').waitFor();
  await page.waitForTimeout(5_000);
  await inspect(page, `${name}-2-overview`);
  await page.screenshot({ path: `${out}/${name}-2-overview-full.png`, fullPage: true });
  await page.getByTestId('city-ranking').getByRole('button').nth(1).click();
  await page.waitForTimeout(1_500);
  await inspect(page, `${name}-4-city`);
  for (const [address, testId] of morePages) {
    await page.goto(`${base}/${address}`);
    await page.getByTestId(testId).first().waitFor();
    await page.waitForTimeout(2_000);
    const shot = `${name}-5-${address.replace('/', '-')}`;
    await inspect(page, shot);
    await page.screenshot({ path: `${out}/${shot}-full.png`, fullPage: true });
  }
  await context.close();
}

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: flags.split(' '),
});
try {
  for (const view of views) await walk(browser, view);
} finally {
  await browser.close();
}
for (const problem of problems) console.error(problem);
console.log(`pictures in ${out}; ${String(problems.length)} problems`);
process.exit(problems.length === 0 ? 0 : 1);
