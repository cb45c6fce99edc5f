import { ABSENT } from './numbers';

const LOCALE = 'en-GB';
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  let found = cache.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(LOCALE, { timeZone: zone, hourCycle: 'h23', ...options });
    cache.set(key, found);
  }
  return found;
}

/** Hours and minutes in the zone. */
export function formatTime(at: number | null | undefined, zone: string): string {
  if (at == null) return ABSENT;
  return formatter(zone, { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** Hours, minutes and seconds in the zone. */
export function formatClock(at: number | null | undefined, zone: string): string {
  if (at == null) return ABSENT;
  return formatter(zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);
}

/** Day, month, year, hours and minutes in the zone. */
export function formatDateTime(at: number | null | undefined, zone: string): string {
  if (at == null) return ABSENT;
  return formatter(zone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** A span as `42 s`, `7:05` (minutes and seconds), `1 h 04` or `3 d 2 h`; negative spans count as 0. */
export function formatSpan(millis: number | null | undefined): string {
  if (millis == null) return ABSENT;
  const seconds = Math.max(0, Math.floor(millis / 1000));
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${String(minutes)}:${String(seconds % 60).padStart(2, '0')}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${String(hours)} h ${String(minutes % 60).padStart(2, '0')}`;
  return `${String(Math.floor(hours / 24))} d ${String(hours % 24)} h`;
}
