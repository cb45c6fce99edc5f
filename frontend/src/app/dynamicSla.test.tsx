import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { modelHealth } from '@/testing/modelHealth';
import { dynamicSlaSummary, earlyWarning, violation } from '@/testing/predictions';
import { renderSite } from '@/testing/renderSite';
import { problemResponse, server } from '@/testing/server';

// jsdom has no canvas to draw on; what is drawn is tested as the charts' options.
vi.mock(import('@/components/chart'), async (original) => ({
  ...(await original()),
  LazyChart: ({ label }: { label: string }) => <div role="img" aria-label={label} />,
}));

const VIOLATIONS = '*/api/v1/dynamic-sla/violations';
const SUMMARY = '*/api/v1/dynamic-sla/summary';

const asked = (request: Request) => new URL(request.url).searchParams;

function answerByKind(byKind: Readonly<Record<string, object[]>>) {
  server.use(
    http.get(VIOLATIONS, ({ request }) =>
      HttpResponse.json({
        items: byKind[asked(request).get('kind') ?? ''] ?? [],
        next_cursor: null,
      }),
    ),
  );
}

describe('Dynamic SLA', () => {
  it('is in the navigation and takes the city filter along', async () => {
    renderSite('/?city=2');
    const link = await screen.findByRole('link', { name: 'Dynamic SLA' });
    expect(link).toHaveAttribute('href', '/dynamic-sla?city=2');
  });

  it('sums up what is open, and whether warnings come in time and come true', async () => {
    server.use(http.get(SUMMARY, () => HttpResponse.json(dynamicSlaSummary())));
    renderSite('/dynamic-sla');
    const strip = await screen.findByTestId('dynamic-sla-summary');
    expect(await within(strip).findByText('75%')).toBeVisible();
    expect(strip).toHaveTextContent('Warned ≥ 10 min ahead75%of 48 broken promises');
    expect(strip).toHaveTextContent('Open warnings341 over, 6 taken back');
    expect(strip).toHaveTextContent('Mean lead17.3min');
    expect(strip).toHaveTextContent('Precision83%');
  });

  it('asks for the city and the period in the controls', async () => {
    const seen: string[] = [];
    server.use(
      http.get(SUMMARY, ({ request }) => {
        seen.push(asked(request).toString());
        return HttpResponse.json(dynamicSlaSummary());
      }),
    );
    renderSite('/dynamic-sla?city=2');
    await userEvent.click(await screen.findByText('1 h'));
    await screen.findByText('75%');
    expect(seen).toEqual(['city=2&minutes=360', 'city=2&minutes=60']);
  });

  it('lists warnings with what is left, and violations with their overrun', async () => {
    const now = Date.now();
    answerByKind({
      early_warning: [
        earlyWarning(now),
        earlyWarning(now, { order_id: 5, state: 'closed', overrun_minutes: 4.2 }),
        earlyWarning(now, { order_id: 6, state: 'closed', overrun_minutes: -1 }),
      ],
      violation: [violation(now)],
    });
    renderSite('/dynamic-sla?city=1');
    const [open, late, kept] = await screen.findAllByTestId('early_warning-row');
    expect(open).toHaveTextContent('#4711Dar Zarrouk');
    expect(open).toHaveTextContent(/in (20:00|19:5\d)/);
    expect(open).toHaveTextContent('6.0 min20.0 min');
    expect(late).toHaveTextContent('Late 4.2 min');
    expect(kept).toHaveTextContent('Kept');
    const broken = await screen.findByTestId('violation-row');
    expect(broken).toHaveTextContent('not yettolerance 10.0 min');
    expect(broken).toHaveTextContent(/12\.\d min/);
    expect(within(broken).getByRole('link', { name: '#4712' })).toHaveAttribute(
      'href',
      '/orders/4712?city=1',
    );
  });

  it('shows a page at a time', async () => {
    const now = Date.now();
    const page = (from: number) =>
      Array.from({ length: 50 }, (_, index) => violation(now, { order_id: from + index }));
    server.use(
      http.get(VIOLATIONS, ({ request }) => {
        const parameters = asked(request);
        if (parameters.get('kind') !== 'violation') {
          return HttpResponse.json({ items: [], next_cursor: null });
        }
        return parameters.get('cursor') === null
          ? HttpResponse.json({ items: page(1), next_cursor: 'second' })
          : HttpResponse.json({ items: page(51).slice(0, 7), next_cursor: null });
      }),
    );
    renderSite('/dynamic-sla');
    expect(await screen.findAllByTestId('violation-row')).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await screen.findByRole('link', { name: '#57' });
    expect(screen.getAllByTestId('violation-row')).toHaveLength(57);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('says that there is nothing to warn of', async () => {
    renderSite('/dynamic-sla');
    expect(await screen.findByText('No order is likely to be late')).toBeVisible();
    expect(await screen.findByText('Every order keeps its prediction')).toBeVisible();
    expect(screen.getByTestId('precision')).toHaveTextContent('Precision–');
  });

  it('names the store that is down and tries again on demand', async () => {
    const down = () => problemResponse(503, 'It refuses connections.', 'postgres');
    server.use(http.get(VIOLATIONS, down), http.get(SUMMARY, down));
    renderSite('/dynamic-sla');
    const panel = await screen.findByTestId('early-warnings');
    expect(await within(panel).findByText('postgres is down')).toBeVisible();
    answerByKind({});
    await userEvent.click(within(panel).getByRole('button', { name: 'Try again' }));
    expect(await within(panel).findByText('No order is likely to be late')).toBeVisible();
  });

  it('says who lacks the permission', async () => {
    const refused = () => problemResponse(403, 'You may not see Sfax.');
    server.use(
      http.get(VIOLATIONS, refused),
      http.get(SUMMARY, refused),
      http.get('*/api/v1/model/health', refused),
    );
    renderSite('/dynamic-sla?city=2');
    await waitFor(() => {
      expect(screen.getAllByText('You have no permission for this')).toHaveLength(3);
    });
  });

  it('tells how well the champion predicts, broken down on demand', async () => {
    server.use(http.get('*/api/v1/model/health', () => HttpResponse.json(modelHealth())));
    renderSite('/dynamic-sla');
    const panel = await screen.findByTestId('model-health');
    expect(
      await within(panel).findByText('2,400 predictions, MAE 3.6 min, bias −0.2 min, coverage 79%'),
    ).toBeVisible();
    expect(within(panel).getAllByRole('img')).toHaveLength(3);
    const keys = () =>
      within(panel)
        .getAllByTestId('breakdown-row')
        .map(({ textContent }) => textContent);
    await waitFor(() => {
      expect(keys()[0]).toBe('Sfax5.1 min6.2 min−0.2 min79%120');
    });
    await userEvent.click(within(panel).getByText('Weather'));
    expect(keys()).toEqual(['Rain4.4 min6.2 min−0.2 min79%120']);
    await userEvent.click(within(panel).getByText('Hour'));
    expect(keys().map((text) => text.slice(0, 5))).toEqual(['11:00', '12:00']);
  });

  it('says that nothing was delivered to compare with', async () => {
    renderSite('/dynamic-sla');
    expect(await screen.findByText('No outcome in this period')).toBeVisible();
  });
});
