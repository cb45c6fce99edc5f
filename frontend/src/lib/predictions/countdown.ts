import { formatSpan } from '@/lib/format';

export interface Countdown {
  readonly overdue: boolean;
  readonly text: string;
}

/** What is left until an instant, or by how much it has passed. */
export function countdown(to: number, now: number): Countdown {
  const left = to - now;
  return left >= 0
    ? { overdue: false, text: `in ${formatSpan(left)}` }
    : { overdue: true, text: `${formatSpan(-left)} over` };
}
