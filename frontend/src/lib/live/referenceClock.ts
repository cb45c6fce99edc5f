import { createContext, useContext } from 'react';
import { useServerNow } from './useLive';

/** The instant from which a page of the past counts; null while it shows the present. */
export const HistoricTime = createContext<number | null>(null);

/** The instant from which ages and countdowns count, for what ticks by itself every second. */
export function useReferenceNow(): number {
  const now = useServerNow();
  return useContext(HistoricTime) ?? now;
}
