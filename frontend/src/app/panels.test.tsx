import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import {
  featureGroups,
  liveCouriers,
  liveRestaurants,
  sentiment,
} from '@/testing/platform/entities';
import { renderSite } from '@/testing/renderSite';
import { problemResponse, server } from '@/testing/server';

const PANELS = [
  ['restaurants-panel', '*/api/v1/restaurants/live', 'No restaurant has features yet'],
  ['couriers-panel', '*/api/v1/couriers/live', 'No courier has features yet'],
  ['sentiment-panel', '*/api/v1/sentiment', 'No reviews in 4 hours'],
] as const;

const asked = (request: Request) => new URL(request.url).searchParams;
const cityOf = (request: Request) => {
  const city = asked(request).get('city');
  return city === null ? null : Number(city);
};

describe.each(PANELS)('%s', (testId, path, emptyTitle) => {
  it('says that there is nothing to show', async () => {
    renderSite('/');
    expect(await screen.findByText(emptyTitle)).toBeVisible();
  });

  it('shows its shape while it waits', async () => {
    server.use(
      http.get(path, async () => {
        await delay('infinite');
      }),
    );
    renderSite('/');
    const panel = await screen.findByTestId(testId);
    expect(panel.querySelector('.mantine-Skeleton-root')).not.toBeNull();
  });

  it('names the store that is down and tries again on demand', async () => {
    server.use(
      http.get(path, () => problemResponse(503, 'It refuses connections.', 'postgres'), {
        once: true,
      }),
    );
    renderSite('/');
    const panel = await screen.findByTestId(testId);
    expect(await within(panel).findByText('postgres is down')).toBeVisible();
    await userEvent.click(within(panel).getByRole('button', { name: 'Try again' }));
    expect(await within(panel).findByText(emptyTitle)).toBeVisible();
  });
});

describe('Restaurants', () => {
  it('shows load, pace and state, and asks for the city in the address', async () => {
    server.use(
      http.get('*/api/v1/restaurants/live', ({ request }) =>
        HttpResponse.json(liveRestaurants(cityOf(request))),
      ),
    );
    renderSite('/?city=2');
    const rows = await screen.findAllByTestId('restaurant-row');
    expect(rows).toHaveLength(10);
    for (const row of rows) expect(row).toHaveTextContent(/Sfax/);
    expect(rows[0]).toHaveTextContent(/Overloaded|Busy/);
    expect(rows[0]).toHaveTextContent(/usual \d/);
  });

  it('shows a dash, not zero, for what is unknown', async () => {
    server.use(
      http.get('*/api/v1/restaurants/live', () =>
        HttpResponse.json({
          items: [{ id: 9, status: 'a new word', open_orders: null }],
          as_of: new Date().toISOString(),
        }),
      ),
    );
    renderSite('/');
    const row = await screen.findByTestId('restaurant-row');
    expect(row).toHaveTextContent('Restaurant 9');
    expect(row).toHaveTextContent('Unknown–');
  });
});

describe('Couriers', () => {
  it('shows what each carries, speed and punctuality', async () => {
    server.use(
      http.get('*/api/v1/couriers/live', ({ request }) =>
        HttpResponse.json(liveCouriers(cityOf(request))),
      ),
    );
    renderSite('/');
    const [first] = await screen.findAllByTestId('courier-row');
    expect(first).toHaveTextContent('Overloaded3 orders');
    expect(first).toHaveTextContent(/\d+%/);
  });
});

describe('Sentiment', () => {
  it('puts negative restaurants first, with share, count and words', async () => {
    let sort: string | null = null;
    server.use(
      http.get('*/api/v1/sentiment', ({ request }) => {
        sort = asked(request).get('sort');
        return HttpResponse.json(sentiment(cityOf(request)));
      }),
    );
    renderSite('/');
    const rows = await screen.findAllByTestId('sentiment-row');
    expect(sort).toBe('negative');
    const tones = rows.map((row) => row.dataset.tone);
    expect(tones[0]).toBe('bad');
    expect(tones.lastIndexOf('bad')).toBe(tones.filter((tone) => tone === 'bad').length - 1);
    expect(rows[0]).toHaveTextContent(/−0\.\d\d\d+%\d+/);
  });
});

describe('Feature freshness', () => {
  it('tells each group against its target', async () => {
    server.use(
      http.get('*/api/v1/pipeline', () =>
        HttpResponse.json({ features: featureGroups(true), as_of: new Date().toISOString() }),
      ),
    );
    renderSite('/pipeline');
    const panel = await screen.findByTestId('feature-freshness');
    const [restaurants, couriers] = within(panel).getAllByTestId('feature-group');
    expect(restaurants).toHaveTextContent('Within target');
    expect(couriers).toHaveTextContent('Late');
    expect(couriers).toHaveTextContent('48 starget 200 ms');
  });

  it('says when the tables could not be asked', async () => {
    renderSite('/pipeline');
    expect(await screen.findByText('No feature is known')).toBeVisible();
  });
});
