import { instant, z } from '@/lib/schema';

const entry = { key: z.string(), version: z.number(), data: z.unknown() };

const eventSchema = z.object({
  ...entry,
  channel: z.string(),
  cursor: z.string(),
  sent_at: instant.optional(),
});

/** What the notifier sends; `data` is checked by the channel it belongs to. */
export const serverMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('subscribed'),
    channels: z.array(z.string()),
    heartbeat_seconds: z.number().positive(),
  }),
  z.object({
    type: z.literal('snapshot'),
    channel: z.string(),
    cursor: z.string(),
    items: z.array(z.object(entry)),
  }),
  eventSchema.extend({ type: z.literal('event') }),
  z.object({ type: z.literal('events'), events: z.array(eventSchema) }),
  z.object({
    type: z.literal('gap'),
    channel: z.string(),
    reason: z.string(),
    missed: z.number().nullish(),
  }),
  z.object({ type: z.literal('heartbeat'), at: instant, cursor: z.string().nullish() }),
  z.object({ type: z.literal('error'), code: z.string(), detail: z.string().nullish() }),
]);

export type ServerMessage = z.infer<typeof serverMessageSchema>;
export type LiveEvent = z.infer<typeof eventSchema>;
export type SnapshotItem = { key: string; version: number; data?: unknown };

/** What a page wants to hear. `city` null means all that the user may see. */
export interface Subscription {
  readonly channels: readonly string[];
  readonly city: number | null;
}

/** The first message on a socket, and the one that replaces an earlier subscription. */
export function subscribeMessage(subscription: Subscription, resume: string | null): string {
  return JSON.stringify({
    type: 'subscribe',
    channels: subscription.channels,
    ...(subscription.city === null ? {} : { city: subscription.city }),
    ...(resume === null ? {} : { resume }),
    batch: true,
  });
}
