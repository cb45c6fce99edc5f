import type { QueryClient } from '@tanstack/react-query';
import type { Channel, LiveRow } from './channel';
import { ChannelRows } from './channelRows';
import { ClockOffset } from './clockOffset';
import { INITIAL_STATE, type ConnectionState } from './connectionState';
import { FrameScheduler } from './frameScheduler';
import type { LatencySummary } from './latencyHistogram';
import { LiveConnection, type LiveListener } from './liveConnection';
import { PageLatency } from './pageLatency';
import type { LiveEvent, ServerMessage } from './protocol';

/** What the feed knows of itself, renewed once a second. */
export interface LiveFigures {
  readonly latency: LatencySummary;
  /** Events of the last second. */
  readonly eventsPerSecond: number;
  /** Times the server could not resume. */
  readonly gaps: number;
  /** Rows that were not of their channel's form. */
  readonly rejected: number;
  /** Milliseconds by which the server's clock is ahead of the browser's. */
  readonly clockOffset: number;
}

export const connectionKey = ['live', 'connection'] as const;
export const figuresKey = ['live', 'figures'] as const;

/** Where a channel's rows are in the query cache. */
export function rowsKey(channel: string): readonly ['live', 'rows', string] {
  return ['live', 'rows', channel];
}

const FIGURES_MS = 1_000;

type AnyRows = ChannelRows<unknown>;

/**
 * The one way from the socket into the query cache. Events collect here and reach the cache once
 * per frame, so that hundreds a second cost one render. Made once per signed-in page; `stop` frees
 * socket and timers.
 */
export class LiveFeed implements LiveListener {
  private readonly rows: ReadonlyMap<string, AnyRows>;
  private readonly offset = new ClockOffset();
  private readonly latency = new PageLatency(this.offset);
  private readonly frames = new FrameScheduler(() => {
    this.flush();
  });
  private readonly connection: LiveConnection;
  private ticker: ReturnType<typeof setInterval> | null = null;
  private city: number | null = null;
  private live = false;
  private gaps = 0;
  private events = 0;
  private eventsBefore = 0;

  constructor(
    private readonly cache: QueryClient,
    channels: readonly Channel<unknown>[],
    url: string,
    private readonly onSessionEnd: () => void,
    open?: (url: string) => WebSocket,
  ) {
    this.rows = new Map(channels.map((channel) => [channel.name, new ChannelRows(channel)]));
    this.connection = new LiveConnection(url, this.subscription(), this, open);
    cache.setQueryDefaults(['live'], {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      // Comparing hundreds of rows deeply per frame costs more than rendering the few that changed.
      structuralSharing: false,
    });
  }

  start(): void {
    this.cache.setQueryData(connectionKey, INITIAL_STATE);
    this.connection.start();
    this.ticker ??= setInterval(() => {
      this.publishFigures();
    }, FIGURES_MS);
    window.addEventListener('online', this.retry);
    document.addEventListener('visibilitychange', this.retry);
  }

  stop(): void {
    window.removeEventListener('online', this.retry);
    document.removeEventListener('visibilitychange', this.retry);
    this.connection.stop();
    this.frames.cancel();
    if (this.ticker !== null) clearInterval(this.ticker);
    this.ticker = null;
  }

  /** Narrows the feed to a city, or widens it to all with null. */
  choose(city: number | null): void {
    if (city === this.city) return;
    this.city = city;
    for (const rows of this.rows.values()) {
      if (rows.channel.snapshot === 'replace') rows.clear();
    }
    this.frames.request();
    this.connection.resubscribe(this.subscription());
  }

  onMessage(message: ServerMessage, receivedAt: number): void {
    switch (message.type) {
      case 'event':
        this.apply(message, receivedAt);
        break;
      case 'events':
        for (const event of message.events) this.apply(event, receivedAt);
        break;
      case 'snapshot':
        this.rows.get(message.channel)?.load(message.items);
        break;
      case 'gap':
        this.gaps += 1;
        break;
      case 'heartbeat':
        this.offset.observeMessage(message.at, receivedAt);
        break;
      default:
    }
    this.frames.request();
  }

  onState(state: ConnectionState): void {
    const live = state.phase === 'live';
    if (live && !this.live) this.latency.startAt(Date.now());
    this.live = live;
    this.cache.setQueryData(connectionKey, state);
  }

  onUnauthenticated(): void {
    this.onSessionEnd();
  }

  private readonly retry = (): void => {
    if (!document.hidden) this.connection.reconnectNow();
  };

  private subscription() {
    return { channels: [...this.rows.keys()], city: this.city };
  }

  private apply(event: LiveEvent, receivedAt: number): void {
    this.events += 1;
    if (event.sent_at !== undefined) this.offset.observeMessage(event.sent_at, receivedAt);
    const rows = this.rows.get(event.channel);
    if (rows === undefined) return;
    const row = rows.apply(event.key, event.version, event.data);
    const committedAt = row === null ? null : rows.channel.committedAt(row);
    if (committedAt !== null) this.latency.arrived(committedAt);
  }

  private flush(): void {
    for (const [name, rows] of this.rows) {
      const changed = rows.takeChanged();
      if (changed !== null)
        this.cache.setQueryData<readonly LiveRow<unknown>[]>(rowsKey(name), changed);
    }
    this.latency.rendering();
  }

  private publishFigures(): void {
    let rejected = 0;
    for (const rows of this.rows.values()) rejected += rows.rejected;
    const eventsPerSecond = this.events - this.eventsBefore;
    this.eventsBefore = this.events;
    this.cache.setQueryData<LiveFigures>(figuresKey, {
      latency: this.latency.summary(Date.now()),
      eventsPerSecond,
      gaps: this.gaps,
      rejected,
      clockOffset: this.offset.millis,
    });
  }
}
