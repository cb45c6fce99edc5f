// The dashboard in a real browser, against a running stack. What it needs to know comes in the
// environment: see README.md.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accessibilityProblems } from './accessibility.mjs';
import { Dashboard, launch } from './dashboard.mjs';

const PATIENCE = 30_000;
/** @type {Dashboard} */
let dashboard;

before(async () => {
  const page = await fetch(process.env.E2E_WEBAPI_URL);
  assert.equal(page.status, 200, 'webapi serves the dashboard');
  dashboard = new Dashboard(await launch());
});

after(async () => {
  await dashboard?.close();
});

describe('dashboard', { concurrency: false }, () => {
  test('shows the sign-in form to strangers', async () => {
    const page = await dashboard.open('/pipeline');
    await page.getByTestId('sign-in-form').waitFor({ timeout: PATIENCE });
    await dashboard.shoot('sign-in');
    assert.deepEqual(await accessibilityProblems(page), []);
  });

  test('refuses a wrong password and says so', async () => {
    const { page } = dashboard;
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill('not-the-password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByTestId('sign-in-failure').waitFor({ timeout: PATIENCE });
    dashboard.forgetErrors(/401/);
  });

  test('signs in by the one-time link', async () => {
    const { page } = dashboard;
    await page.goto(process.env.E2E_LINK);
    await page.getByTestId('kpi-strip').waitFor({ timeout: PATIENCE });
    assert.ok(!page.url().includes('link='), 'the link does not stay in the address');
    const cookie = (await page.context().cookies()).find(({ name }) => name === 'flavor_session');
    assert.equal(cookie?.httpOnly, true);
    assert.equal(cookie?.sameSite, 'Strict');
    dashboard.forgetErrors(/401/);
  });

  test('is live and shows orders arriving', async () => {
    const { page } = dashboard;
    await page
      .locator('[data-testid=connection-state][data-phase=live]')
      .waitFor({ timeout: PATIENCE });
    await page.getByTestId('live-order-row').first().waitFor({ timeout: PATIENCE });
    const known = new Set(await dashboard.orderIds());
    await dashboard.eventually(
      async () => (await dashboard.orderIds()).some((id) => !known.has(id)),
      'a new order in the table',
    );
    await page.getByTestId('orders-chart').locator('canvas').waitFor({ timeout: PATIENCE });
    await dashboard.shoot('overview-light-or-system');
  });

  test('shows the figures that REST gives', async () => {
    for (const [tile, figure] of [
      ['kpi-open-orders', ({ open_orders }) => open_orders],
      ['kpi-revenue', ({ revenue }) => revenue.find(({ currency }) => currency === 'TND')?.amount],
    ]) {
      // Both move while orders arrive: what is shown lies between two answers, or is one of them.
      await dashboard.eventually(async () => {
        const earlier = figure(await dashboard.rest('/kpis/today'));
        await dashboard.page.waitForTimeout(3_500);
        const shown = await dashboard.figure(tile);
        const later = figure(await dashboard.rest('/kpis/today'));
        const [low, high] = [Math.min(earlier, later), Math.max(earlier, later)];
        return (
          shown !== null &&
          shown >= low - 25 * (tile === 'kpi-open-orders') &&
          shown <= high + 25 * (tile === 'kpi-open-orders')
        );
      }, `${tile} as in /kpis/today`);
    }
    await dashboard.eventually(async () => {
      const rate = await dashboard.figure('kpi-orders-per-minute');
      return rate !== null && rate > 0;
    }, 'orders per minute');
  });

  test('filters by the city in the address', async () => {
    const page = await dashboard.open('/?city=1');
    await page.getByTestId('live-order-row').first().waitFor({ timeout: PATIENCE });
    await page.getByTestId('city-filter').waitFor();
    assert.equal(await page.getByTestId('city-filter').inputValue(), 'Tunis');
    await dashboard.eventually(async () => {
      const rows = await page.getByTestId('live-order-row').allInnerTexts();
      return rows.length > 0 && rows.every((row) => row.includes('Tunis'));
    }, 'orders of Tunis alone');
    const { items } = await dashboard.rest('/orders/live?city=1&limit=200');
    const ofTunis = new Set(items.map(({ id }) => String(id)));
    const shown = await dashboard.orderIds();
    assert.ok(shown.filter((id) => ofTunis.has(id)).length > 0, 'the rows are those of REST');
    await page.getByLabel('Show all cities').click();
    await page.waitForURL((url) => !url.searchParams.has('city'));
    await page.getByTestId('city-filter').click();
    await page.getByRole('option', { name: 'Sousse' }).click();
    await page.waitForURL((url) => url.searchParams.get('city') !== null);
  });

  test('shows the pipeline with its job running', async () => {
    const page = await dashboard.open('/pipeline');
    await page.getByTestId('pipeline-flow').waitFor({ timeout: PATIENCE });
    await page
      .getByTestId('pipeline-jobs')
      .filter({ hasText: /city-kpis[\s\S]*running/i })
      .waitFor({ timeout: PATIENCE });
    await dashboard.eventually(
      async () => /\d/.test(await page.getByTestId('pipeline-latency').innerText()),
      'measured latencies',
    );
    await dashboard.shoot('pipeline');
  });

  for (const [panel, path, row] of [
    ['restaurants-panel', '/', 'restaurant-row'],
    ['couriers-panel', '/', 'courier-row'],
    ['sentiment-panel', '/', 'sentiment-row'],
    ['feature-freshness', '/pipeline', 'feature-group'],
  ]) {
    test(`fills the panel ${panel}`, async () => {
      const page = await dashboard.open(path);
      await page.getByTestId(panel).waitFor({ timeout: PATIENCE });
      await page.getByTestId(panel).getByTestId(row).first().waitFor({ timeout: PATIENCE });
      await page.getByTestId(panel).scrollIntoViewIfNeeded();
      await dashboard.shoot(panel);
    });
  }

  for (const scheme of ['light', 'dark']) {
    test(`is accessible in ${scheme}`, async () => {
      await dashboard.colorScheme(scheme);
      for (const [name, path, mark] of [
        ['overview', '/', 'live-order-row'],
        ['pipeline', '/pipeline', 'pipeline-flow'],
      ]) {
        const page = await dashboard.open(path);
        await page.getByTestId(mark).first().waitFor({ timeout: PATIENCE });
        await page.waitForTimeout(1_500);
        await dashboard.shoot(`${name}-${scheme}`);
        assert.deepEqual(await accessibilityProblems(page), [], name);
      }
    });
  }

  test('complains about nothing on the console', () => {
    assert.deepEqual(dashboard.errors, []);
  });

  test('signs out and is a stranger again', async () => {
    const page = await dashboard.open('/');
    await page.getByTestId('user-menu').click();
    await page.getByTestId('sign-out').click();
    await page.getByTestId('sign-in-form').waitFor({ timeout: PATIENCE });
    await dashboard.open('/');
    await page.getByTestId('sign-in-form').waitFor({ timeout: PATIENCE });
  });
});
