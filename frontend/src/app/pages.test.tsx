import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderSite } from '@/testing/renderSite';
import { problemResponse, server } from '@/testing/server';

describe('Overview', () => {
  it('shows the figures with their currency and decimals', async () => {
    renderSite('/');
    const revenue = await screen.findByTestId('kpi-revenue');
    expect(await within(revenue).findByText('241.500')).toBeVisible();
    expect(revenue).toHaveTextContent('TND');
    expect(screen.getByTestId('kpi-open-orders')).toHaveAttribute('data-value', '3');
  });

  it('tells an empty list from a store that is down', async () => {
    renderSite('/');
    expect(await screen.findByText('No orders yet')).toBeVisible();
  });

  it('names the store that is down and tries again on demand', async () => {
    server.use(
      http.get(
        '*/api/v1/orders/live',
        () => problemResponse(503, 'It refuses connections.', 'postgres'),
        { once: true },
      ),
    );
    renderSite('/');
    expect(await screen.findByText('postgres is down')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No orders yet')).toBeVisible();
  });

  it('says when the answer is of a form it does not know', async () => {
    server.use(http.get('*/api/v1/orders/live', () => HttpResponse.json({ items: [{ id: 'x' }] })));
    renderSite('/');
    expect(await screen.findByText('The server answered with an error')).toBeVisible();
    expect(screen.getByText(/answered in an unknown form/)).toBeVisible();
  });

  it('keeps the city filter in the address', async () => {
    const { router } = renderSite('/?city=2');
    expect(await screen.findByRole('heading', { name: 'Sfax' })).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: /Sousse/ }));
    expect(router.state.location.search).toBe('?city=3');
    await userEvent.click(screen.getByRole('button', { name: 'Show all cities' }));
    expect(router.state.location.search).toBe('');
  });

  it('shows its shape while it waits', async () => {
    server.use(
      http.get('*/api/v1/kpis', async () => {
        await delay('infinite');
      }),
    );
    renderSite('/');
    const tile = await screen.findByTestId('kpi-orders-per-minute');
    expect(tile.querySelector('.mantine-Skeleton-root')).not.toBeNull();
  });
});

describe('Pipeline', () => {
  it('names the parts that do not answer', async () => {
    renderSite('/pipeline');
    expect(await screen.findByTestId('pipeline-unavailable')).toHaveTextContent(
      'flink: connection refused',
    );
  });

  it('says who lacks the permission', async () => {
    server.use(http.get('*/api/v1/pipeline', () => problemResponse(403, 'Operators only.')));
    renderSite('/pipeline');
    expect(await screen.findByText('You have no permission for this')).toBeVisible();
    expect(screen.getByText('Operators only.')).toBeVisible();
  });
});

describe('the shell', () => {
  it('says that there is no such page', async () => {
    renderSite('/nowhere');
    expect(await screen.findByText('There is no such page')).toBeVisible();
  });

  it('explains a server that cannot be reached', async () => {
    server.use(http.get('*/api/v1/auth/me', () => HttpResponse.error()));
    renderSite('/');
    expect(await screen.findByText('The server cannot be reached')).toBeVisible();
  });
});
