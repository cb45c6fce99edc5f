/**
 * `connecting`: never connected yet; `live`: subscribed and hearing the server; `offline`: lost, a
 * retry is due or under way; `denied`: the server refuses this subscription, no retry.
 */
export type ConnectionPhase = 'connecting' | 'live' | 'offline' | 'denied';

/** The socket's state as pages show it; instants by the browser's clock. */
export interface ConnectionState {
  readonly phase: ConnectionPhase;
  /** When the server was last heard before the connection was lost; null while live. */
  readonly staleSince: number | null;
  /** Failures in a row. */
  readonly attempt: number;
  /** What went wrong last, for the page; null when nothing did. */
  readonly reason: string | null;
}

export const INITIAL_STATE: ConnectionState = {
  phase: 'connecting',
  staleSince: null,
  attempt: 0,
  reason: null,
};
