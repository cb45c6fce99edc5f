import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HistoricTime } from '@/lib/live';
import { Countdown } from './Countdown';

// Ahead of the clock that the page has read by now, which never goes back.
const NOW = Date.UTC(2099, 0, 1, 12, 0, 0);
const surroundings = vi.fn();

function Around({ to }: { to: number }) {
  surroundings();
  return <Countdown to={to} />;
}

function show(to: number, historic: number | null = null) {
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <HistoricTime value={historic}>
          <Around to={to} />
        </HistoricTime>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

describe('Countdown', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
    surroundings.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ticks each second past its end, and nothing around it is rendered again', () => {
    show(NOW + 2_000);
    const timer = screen.getByRole('timer');
    const seen = [timer.textContent];
    for (let second = 0; second < 3; second += 1) {
      act(() => {
        vi.advanceTimersByTime(1_000);
      });
      seen.push(timer.textContent);
    }
    expect(seen).toEqual(['in 2 s', 'in 1 s', 'in 0 s', '1 s over']);
    expect(timer).toHaveAttribute('data-overdue');
    expect(surroundings).toHaveBeenCalledTimes(1);
  });

  it('counts from the data’s own time where that is past', () => {
    show(NOW - 3_600_000, NOW - 3_660_000);
    expect(screen.getByRole('timer')).toHaveTextContent('in 1:00');
  });
});
