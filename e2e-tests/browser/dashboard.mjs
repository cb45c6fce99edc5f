import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the machine's own Chromium. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.E2E_CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
}

/** One tab on the dashboard, and what REST says beside it. */
export class Dashboard {
  errors = [];
  #browser;
  #base = process.env.E2E_WEBAPI_URL;
  #shots = process.env.E2E_SCREENSHOTS ?? 'target/screenshots';

  constructor(browser) {
    this.#browser = browser;
    mkdirSync(this.#shots, { recursive: true });
  }

  /** Opens a page of the dashboard in the one tab. */
  async open(path) {
    if (this.page === undefined) {
      const context = await this.#browser.newContext({ viewport: { width: 1600, height: 1000 } });
      this.page = await context.newPage();
      this.page.on('console', (message) => {
        if (message.type() === 'error') this.errors.push(message.text());
      });
      this.page.on('pageerror', (error) => this.errors.push(error.message));
    }
    await this.page.goto(this.#base + path);
    return this.page;
  }

  /** Takes back complaints that were provoked. */
  forgetErrors(pattern) {
    this.errors = this.errors.filter((error) => !pattern.test(error));
  }

  async colorScheme(scheme) {
    await this.page.evaluate((value) => localStorage.setItem('flavor-color-scheme', value), scheme);
  }

  async orderIds() {
    return this.page
      .getByTestId('live-order-row')
      .evaluateAll((rows) => rows.map((row) => row.dataset.orderId));
  }

  /** The figure of a tile; null while there is none. */
  async figure(tile) {
    const text = await this.page.getByTestId(tile).getAttribute('data-value');
    return text === null ? null : Number(text);
  }

  async rest(path) {
    const answer = await fetch(`${this.#base}/api/v1${path}`, {
      headers: { Authorization: `Bearer ${process.env.E2E_TOKEN}` },
    });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async eventually(holds, what, patience = 60_000) {
    const deadline = Date.now() + patience;
    while (!(await holds())) {
      if (Date.now() > deadline) {
        await this.shoot('failed');
        throw new Error(`No ${what} within ${patience / 1000} s`);
      }
      await this.page.waitForTimeout(200);
    }
  }

  async shoot(name) {
    await this.page.screenshot({ path: join(this.#shots, `${name}.png`) });
  }

  close() {
    return this.#browser.close();
  }
}
