import { useSyncExternalStore } from 'react';

// One timer for all who tick, so that ages on a page change together and a hidden page is still.
let now = Date.now();
let timer: ReturnType<typeof setInterval> | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

function current(): number {
  // Without a timer nobody renews the instant: a first reader must not see an old one.
  if (timer === null && Date.now() - now >= 1_000) now = Date.now();
  return now;
}

/** The time by the browser's clock, renewed every second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, current);
}
