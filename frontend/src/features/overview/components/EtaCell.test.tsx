import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Prediction } from '@/lib/live';
import type { OrderRow } from '../model/orderRows';
import { EtaCell } from './EtaCell';

const NOON = Date.UTC(2026, 10, 23, 12, 0, 0);
const MINUTE = 60_000;

const row: OrderRow = {
  id: 7,
  cityId: 1,
  restaurantId: 1,
  status: 'assigned',
  placedAt: NOON - 10 * MINUTE,
  promisedAt: NOON + 20 * MINUTE,
  closedAt: null,
  amount: 1,
  currency: 'TND',
  updatedAt: NOON,
  changes: 0,
};

const prediction: Prediction = {
  stage: 'assigned',
  madeFor: NOON,
  at: NOON + 26 * MINUTE,
  p10At: NOON + 19 * MINUTE,
  p90At: NOON + 37 * MINUTE,
  baselineAt: NOON + 24 * MINUTE,
  modelVersion: '2026-02-28-1',
  degraded: true,
  capped: false,
  reasons: ['courier_features_late'],
  version: 1,
};

function show(changes: Partial<OrderRow>, predicted: Prediction | null = prediction) {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <EtaCell row={{ ...row, ...changes }} prediction={predicted} zone="Africa/Tunis" />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

describe('EtaCell', () => {
  it('tells time and interval in the zone, how late, and by which model', () => {
    show({});
    const cell = screen.getByTestId('eta');
    expect(cell).toHaveAttribute('data-outlook', 'late');
    expect(cell).toHaveTextContent('13:26');
    expect(cell).toHaveTextContent('13:19–13:37');
    expect(cell).toHaveTextContent('6 min late');
    expect(cell).toHaveTextContent('2026-02-28-1');
  });

  it('says why it is degraded, also to the keyboard', async () => {
    show({});
    await userEvent.tab();
    expect(screen.getByTestId('degraded')).toHaveFocus();
    expect(await screen.findByText('Degraded: courier features late')).toBeVisible();
  });

  it('compares with the delivery once there is one', () => {
    show({ status: 'delivered', closedAt: NOON + 29 * MINUTE });
    expect(screen.getByTestId('eta')).toHaveTextContent('3 min later');
    expect(screen.queryByRole('timer')).toBeNull();
  });

  it.each([
    ['without a prediction', {}, null],
    ['when cancelled', { status: 'cancelled' }, prediction],
  ] as const)('is a dash %s', (_, changes, predicted) => {
    show(changes, predicted);
    expect(screen.getByText('–')).toBeVisible();
    expect(screen.queryByTestId('eta')).toBeNull();
  });
});
