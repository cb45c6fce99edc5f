import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useCityFilter } from '@/lib/cities';
import { endSession } from '@/lib/session';
import type { Channel } from './channel';
import { cityKpisChannel } from './channels/cityKpis';
import { dynamicSlaViolationsChannel } from './channels/dynamicSlaViolations';
import { etaPredictionsChannel } from './channels/etaPredictions';
import { orderStatusChannel } from './channels/orderStatus';
import { slaViolationsChannel } from './channels/slaViolations';
import { clientConfigQuery, socketUrl } from './clientConfig';
import { LiveFeed } from './liveFeed';

const channels: readonly Channel<unknown>[] = [
  cityKpisChannel,
  orderStatusChannel,
  slaViolationsChannel,
  etaPredictionsChannel,
  dynamicSlaViolationsChannel,
];

/** Keeps the live feed running, narrowed to the chosen city, while its children are shown. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const { data: config } = useQuery(clientConfigQuery);
  const { cityId } = useCityFilter();
  const feed = useRef<LiveFeed | null>(null);
  const chosen = useRef(cityId);

  useEffect(() => {
    if (config === undefined) return undefined;
    const url = socketUrl(config, new URL(window.location.href), import.meta.env.DEV);
    const started = new LiveFeed(cache, channels, url, () => {
      endSession(cache);
    });
    feed.current = started;
    started.choose(chosen.current);
    started.start();
    return () => {
      feed.current = null;
      started.stop();
    };
  }, [cache, config]);

  useEffect(() => {
    chosen.current = cityId;
    feed.current?.choose(cityId);
  }, [cityId]);

  return children;
}
