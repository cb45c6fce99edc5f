import { formatAmount, formatCount, formatMoney } from '@/lib/format';

/** Below this an average is too small for a percentage to mean anything. */
const MEANINGFUL = 1;

/** How far a rate is from its average, as `+12 %`; empty where that says nothing. */
export function changeAgainst(rate: number, average: number | null): string {
  if (average === null || average < MEANINGFUL) return '';
  const percent = Math.round(((rate - average) / average) * 100);
  if (percent === 0) return 'on average';
  return `${percent > 0 ? '+' : '−'}${formatCount(Math.abs(percent))} %`;
}

/** An amount that takes the tile's width with its millimes drops them into the detail. */
const WIDE = 1_000_000;

export interface MoneyTile {
  readonly amount: string;
  readonly currency: string;
  readonly raw: number | null;
  /** Sums in further currencies, null when there is one only. */
  readonly others: string | null;
}

/** The sum in the chosen currency large, the others beside it: currencies are never added up. */
export function moneyTile(
  revenue: readonly { currency: string; amount: number }[],
  currency: string,
): MoneyTile {
  const main = revenue.find((sum) => sum.currency === currency) ?? revenue[0];
  if (main === undefined) return { amount: formatAmount(0), currency, raw: 0, others: null };
  const others = revenue
    .filter((sum) => sum !== main)
    .map((sum) => formatMoney(sum.amount, sum.currency));
  const wide = main.amount >= WIDE;
  return {
    amount: wide ? formatCount(main.amount) : formatAmount(main.amount),
    currency: main.currency,
    raw: main.amount,
    others:
      others.length === 0
        ? wide
          ? formatMoney(main.amount, main.currency)
          : null
        : others.join(' · '),
  };
}
