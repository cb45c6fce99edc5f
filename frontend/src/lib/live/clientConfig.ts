import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { z } from '@/lib/schema';

const clientConfigSchema = z.object({
  notifier_url: z.string().nullable(),
  notifier_port: z.number().int(),
  notifier_path: z.string(),
  version: z.string(),
});

export type ClientConfig = z.infer<typeof clientConfigSchema>;

/** Where the live feed is; open to everybody. */
export const clientConfigQuery = queryOptions({
  queryKey: ['client-config'],
  queryFn: ({ signal }) => get('/client-config', clientConfigSchema, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The socket's address. The development server passes `/ws` on, so that one origin is enough. */
export function socketUrl(config: ClientConfig, page: URL, proxied: boolean): string {
  if (proxied) {
    const own = new URL(config.notifier_path, page);
    own.protocol = page.protocol === 'https:' ? 'wss:' : 'ws:';
    return own.href;
  }
  const url = new URL(config.notifier_url ?? `${page.protocol}//${page.hostname}`);
  if (config.notifier_url === null) url.port = String(config.notifier_port);
  if (url.pathname === '/') url.pathname = config.notifier_path;
  url.protocol = /^(https|wss):$/.test(url.protocol) ? 'wss:' : 'ws:';
  return url.href;
}
