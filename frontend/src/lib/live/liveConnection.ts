import { reconnectDelay } from './backoff';
import { INITIAL_STATE, type ConnectionState } from './connectionState';
import {
  serverMessageSchema,
  subscribeMessage,
  type ServerMessage,
  type Subscription,
} from './protocol';

/** Heartbeats missed before a silent socket is given up. */
const MISSED_HEARTBEATS = 2.5;
/** How long a socket may take from its opening to the answer to our subscription. */
const HANDSHAKE_MS = 8_000;
/** A connection that held this long clears the count of failures. */
const STEADY_MS = 5_000;

/** What hears the connection. Called in the order in which the server sent. */
export interface LiveListener {
  onMessage: (message: ServerMessage, receivedAt: number) => void;
  onState: (state: ConnectionState) => void;
  /** The session has ended: the socket will not be opened again. */
  onUnauthenticated: () => void;
}

type Timer = ReturnType<typeof setTimeout>;

/**
 * One socket kept open: subscribes, notices silence, comes back with the last cursor. It knows
 * frames and cursors, not what the channels mean. Not shared between threads; call from the page.
 */
export class LiveConnection {
  private socket: WebSocket | null = null;
  private state: ConnectionState = INITIAL_STATE;
  private cursor: string | null = null;
  private subscribed = false;
  private stopped = true;
  private heartbeatMs = 10_000;
  private lastHeardAt: number | null = null;
  private retry: Timer | null = null;
  private watchdog: Timer | null = null;
  private steady: Timer | null = null;

  constructor(
    private readonly url: string,
    private subscription: Subscription,
    private readonly listener: LiveListener,
    private readonly open: (url: string) => WebSocket = (target) => new WebSocket(target),
  ) {}

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.connect();
  }

  /** Closes the socket for good and forgets the timers. */
  stop(): void {
    this.stopped = true;
    this.clearTimers();
    this.release();
  }

  /** Replaces the subscription. Rows of the former may still arrive before `subscribed`. */
  resubscribe(subscription: Subscription): void {
    this.subscription = subscription;
    // A cursor belongs to the channels and the city it was given for.
    this.cursor = null;
    if (this.state.phase === 'denied') this.reconnectNow();
    else if (this.socket?.readyState === WebSocket.OPEN) this.subscribe(this.socket);
  }

  /** Tries at once, when the browser says the network is back or the page is looked at again. */
  reconnectNow(): void {
    if (this.stopped || this.socket !== null) return;
    this.clearTimers();
    this.connect();
  }

  private connect(): void {
    this.subscribed = false;
    let socket: WebSocket;
    try {
      socket = this.open(this.url);
    } catch {
      this.lost('The address of the live feed is not valid.');
      return;
    }
    this.socket = socket;
    this.watch(HANDSHAKE_MS);
    socket.onopen = () => {
      this.subscribe(socket);
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      this.receive(event.data);
    };
    socket.onclose = (event) => {
      this.closed(event.code);
    };
  }

  private subscribe(socket: WebSocket): void {
    socket.send(subscribeMessage(this.subscription, this.cursor));
  }

  private receive(frame: unknown): void {
    const now = Date.now();
    const message = parseFrame(frame);
    if (message === null) return;
    this.lastHeardAt = now;
    this.watch(this.subscribed ? this.heartbeatMs * MISSED_HEARTBEATS : HANDSHAKE_MS);
    if (message.type === 'error') {
      this.refused(message.code, message.detail ?? message.code);
      return;
    }
    if (message.type === 'subscribed') this.accept(message.heartbeat_seconds * 1000);
    this.keepCursor(message);
    this.listener.onMessage(message, now);
  }

  private accept(heartbeatMs: number): void {
    this.subscribed = true;
    this.heartbeatMs = heartbeatMs;
    this.watch(heartbeatMs * MISSED_HEARTBEATS);
    this.publish({ phase: 'live', staleSince: null, attempt: this.state.attempt, reason: null });
    this.steady ??= setTimeout(() => {
      this.steady = null;
      this.publish({ ...this.state, attempt: 0 });
    }, STEADY_MS);
  }

  private keepCursor(message: ServerMessage): void {
    if (message.type === 'snapshot' || message.type === 'event') this.cursor = message.cursor;
    else if (message.type === 'events') this.cursor = message.events.at(-1)?.cursor ?? this.cursor;
    else if (message.type === 'heartbeat') this.cursor = message.cursor ?? this.cursor;
  }

  private refused(code: string, detail: string): void {
    if (code === 'unauthenticated') {
      this.stop();
      this.listener.onUnauthenticated();
    } else if (code === 'forbidden') {
      this.deny(detail);
    } else {
      // A cursor the server no longer understands must not be offered again.
      if (code === 'bad_request') this.cursor = null;
      this.lost(detail);
    }
  }

  private closed(code: number): void {
    if (code === 4401) this.refused('unauthenticated', '');
    else if (code === 4403)
      this.refused('forbidden', 'Live data of this city is not yours to see.');
    else if (code === 4400) this.refused('bad_request', 'The live feed refused the subscription.');
    else this.lost('The connection to the live feed was lost.');
  }

  private deny(reason: string): void {
    this.clearTimers();
    this.release();
    this.publish({ phase: 'denied', staleSince: this.staleSince(), attempt: 0, reason });
  }

  private lost(reason: string): void {
    if (this.stopped) return;
    this.clearTimers();
    this.release();
    const attempt = this.state.attempt + 1;
    this.publish({ phase: 'offline', staleSince: this.staleSince(), attempt, reason });
    this.retry = setTimeout(
      () => {
        this.retry = null;
        this.connect();
      },
      reconnectDelay(attempt, Math.random()),
    );
  }

  private staleSince(): number {
    return this.state.staleSince ?? this.lastHeardAt ?? Date.now();
  }

  private watch(millis: number): void {
    if (this.watchdog !== null) clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => {
      this.lost('The live feed fell silent.');
    }, millis);
  }

  private release(): void {
    const socket = this.socket;
    this.socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private clearTimers(): void {
    for (const timer of [this.retry, this.watchdog, this.steady]) {
      if (timer !== null) clearTimeout(timer);
    }
    this.retry = this.watchdog = this.steady = null;
  }

  private publish(state: ConnectionState): void {
    this.state = state;
    this.listener.onState(state);
  }
}

function parseFrame(frame: unknown): ServerMessage | null {
  if (typeof frame !== 'string') return null;
  try {
    const parsed = serverMessageSchema.safeParse(JSON.parse(frame));
    // An unknown type is a newer server's: what we know still works.
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
