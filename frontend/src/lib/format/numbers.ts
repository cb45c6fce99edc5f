const LOCALE = 'en-GB';
/** Shown where a value is absent: never 0, which would be a claim. */
export const ABSENT = '–';

const cache = new Map<string, Intl.NumberFormat>();

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  let found = cache.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(LOCALE, options);
    cache.set(key, found);
  }
  return found;
}

/** A whole number with thousands separators. */
export function formatCount(value: number | null | undefined): string {
  return value == null ? ABSENT : formatter({ maximumFractionDigits: 0 }).format(value);
}

/** One decimal, or none from 100 on: a rate is read, not audited. */
export function formatRate(value: number | null | undefined): string {
  if (value == null) return ABSENT;
  const digits = Math.abs(value) >= 100 ? 0 : 1;
  return formatter({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** Minutes with one decimal. */
export function formatMinutes(minutes: number | null | undefined): string {
  return minutes == null ? ABSENT : `${formatRate(minutes)} min`;
}

/** One decimal with its sign, which tells without colour; zero has none. */
export function formatSigned(value: number | null | undefined): string {
  if (value == null) return ABSENT;
  const digits = formatRate(Math.abs(value));
  if (Number(digits) === 0) return digits;
  return `${value < 0 ? '−' : '+'}${digits}`;
}

/** A share from 0 to 1 as a whole percentage. */
export function formatShare(share: number | null | undefined): string {
  return share == null
    ? ABSENT
    : formatter({ style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Three decimals, because the dinar has a thousand millimes, then the currency's code. */
export function formatMoney(amount: number | null | undefined, currency: string): string {
  if (amount == null) return ABSENT;
  return `${formatAmount(amount)} ${currency}`;
}

/** An amount alone, three decimals. */
export function formatAmount(amount: number): string {
  return formatter({ minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(amount);
}

/** Milliseconds, in seconds from one second on. */
export function formatMillis(value: number | null | undefined): string {
  if (value == null) return ABSENT;
  if (Math.abs(value) >= 10_000)
    return `${formatter({ maximumFractionDigits: 0 }).format(value / 1000)} s`;
  if (Math.abs(value) >= 1000)
    return `${formatter({ maximumFractionDigits: 1 }).format(value / 1000)} s`;
  return `${formatter({ maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 }).format(value)} ms`;
}

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** Bytes in binary units. */
export function formatBytes(value: number | null | undefined): string {
  if (value == null) return ABSENT;
  let unit = 0;
  let left = value;
  while (Math.abs(left) >= 1024 && unit < BINARY_UNITS.length - 1) {
    left /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || left >= 100 ? 0 : 1;
  return `${formatter({ maximumFractionDigits: digits }).format(left)} ${BINARY_UNITS[unit] ?? ''}`;
}
