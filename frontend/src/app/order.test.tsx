import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { orderDetails } from '@/testing/order';
import { earlyWarning } from '@/testing/predictions';
import { renderSite } from '@/testing/renderSite';
import { problemResponse, server } from '@/testing/server';

const ORDER = '*/api/v1/orders/4711';
const NOW = Math.floor(Date.now() / 1_000) * 1_000;

const answer = (changes: object = {}) => {
  server.use(http.get(ORDER, () => HttpResponse.json(orderDetails(NOW, changes))));
};

describe('Order', () => {
  it('tells what happened and what is ahead', async () => {
    answer();
    renderSite('/orders/4711');
    expect(await screen.findByRole('heading', { name: 'Order #4711' })).toBeVisible();
    expect(
      screen.getByText('Dar Zarrouk, Tunis · courier 77 · 3 items · 4.2 km · 27.400 TND'),
    ).toBeVisible();
    const steps = within(screen.getByTestId('order-timeline')).getAllByRole('listitem');
    expect(steps).toHaveLength(6);
    expect(steps[2]).toHaveTextContent(/Assigned.*after 4:00/);
    expect(steps[5]).toHaveTextContent('Delivered–');
  });

  it('draws each prediction, and says how it stands to the promise', async () => {
    answer();
    renderSite('/orders/4711');
    const rows = await screen.findAllByTestId('prediction-row');
    expect(rows.map(({ dataset }) => dataset.stage)).toEqual(['placed', 'assigned']);
    expect(rows[1]).toHaveTextContent('4 min late');
    expect(rows[1]).toHaveTextContent('2026-11-23-1');
    expect(within(rows[0] ?? document.body).getByTestId('degraded')).toHaveAccessibleName(
      'Degraded: restaurant features late',
    );
  });

  it('explains the newest prediction, with the milliseconds and ages behind it', async () => {
    answer();
    renderSite('/orders/4711');
    const bars = await screen.findAllByTestId('contribution');
    expect(bars.map((bar) => bar.textContent)).toEqual([
      'From restaurant to customer4.2 km+5.3',
      'Newest observationrain+1.8',
      'Orders under way– unknown−2.1',
      'All others−9.4',
    ]);
    expect(screen.getByTestId('order-explanation')).toHaveTextContent('stage on24.0 min');
    expect(screen.getByTestId('order-trace')).toHaveTextContent(
      /21 ms in all.*Capture.*6\.4 ms.*Enrich.*7\.2 ms.*Join.*5 ms.*Predict.*2\.2 ms/,
    );
    expect(screen.getByTestId('feature-ages')).toHaveTextContent(
      'Restaurant4.2 sCourierNot knownCity310 msWeather9:00',
    );
  });

  it('says why an earlier one cannot be explained', async () => {
    answer();
    renderSite('/orders/4711');
    const choice = await screen.findByRole('radiogroup', { name: 'Which prediction is explained' });
    await userEvent.click(within(choice).getByText('Placed'));
    expect(await screen.findByText('The package of 2026-11-23-1 is gone.')).toBeVisible();
  });

  it('tells what was raised of it', async () => {
    answer({ dynamic_sla_violations: [earlyWarning(NOW)] });
    renderSite('/orders/4711');
    expect(await screen.findByTestId('order-breaches')).toHaveTextContent(
      /OpenWarned 20\.0 min ahead at \d\d:\d\d, 6\.0 min late expected/,
    );
  });

  it('says that nothing was predicted yet', async () => {
    answer({ predictions: [] });
    renderSite('/orders/4711');
    expect(await screen.findByText('Not predicted yet')).toBeVisible();
    expect(screen.queryByTestId('order-explanation')).toBeNull();
  });

  it.each([
    ['an unknown order', 404, 'There is no order 4711', 'There is no such order'],
    ['a store that is down', 503, 'It refuses.', 'postgres is down'],
    ['an order of another city', 403, 'Not yours to see.', 'You have no permission for this'],
  ])('explains %s', async (_, status, detail, title) => {
    server.use(http.get(ORDER, () => problemResponse(status, detail, 'postgres')));
    renderSite('/orders/4711');
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.getByText(detail)).toBeVisible();
  });

  it('asks for nothing when the address holds no number', async () => {
    renderSite('/orders/latest');
    expect(await screen.findByText('There is no such order')).toBeVisible();
  });
});
