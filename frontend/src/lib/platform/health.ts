import type { Pipeline, PipelineConnector, PipelineJob } from './pipelineSchema';

export type Health = 'good' | 'warn' | 'bad' | 'unknown';

const BY_COMPONENT = { up: 'good', degraded: 'warn', down: 'bad' } as const;
const PASSING_JOB_STATES = new Set([
  'CREATED',
  'INITIALIZING',
  'RESTARTING',
  'RECONCILING',
  'CANCELLING',
]);

export function componentHealth(state: 'up' | 'down' | 'degraded'): Health {
  return BY_COMPONENT[state];
}

/** Flink's job states: running, on the way, or not working. */
export function jobHealth(job: Pick<PipelineJob, 'state'>): Health {
  const state = job.state.toUpperCase();
  if (state === 'RUNNING') return 'good';
  return PASSING_JOB_STATES.has(state) ? 'warn' : 'bad';
}

/** Connect's states of a connector or task. */
export function connectState(state: string): Health {
  const upper = state.toUpperCase();
  if (upper === 'RUNNING') return 'good';
  return upper === 'FAILED' ? 'bad' : 'warn';
}

/** A connector is as well as the worst of itself and its tasks; one without tasks does no work. */
export function connectorHealth(connector: PipelineConnector): Health {
  if (connector.tasks.length === 0) return worst([connectState(connector.state), 'warn']);
  return worst([
    connectState(connector.state),
    ...connector.tasks.map((task) => connectState(task.state)),
  ]);
}

const ORDER: readonly Health[] = ['unknown', 'good', 'warn', 'bad'];

/** The worst of what is known; unknown where nothing is. */
export function worst(healths: readonly Health[]): Health {
  if (healths.length === 0) return 'unknown';
  return healths.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a));
}

export interface HealthSummary {
  readonly health: Health;
  readonly label: string;
  readonly detail: string;
}

/** The platform in a word, and what is wrong by name. */
export function healthSummary(pipeline: Pipeline): HealthSummary {
  const parts: { name: string; health: Health }[] = [
    ...pipeline.components.map(({ name, state }) => ({ name, health: componentHealth(state) })),
    ...pipeline.jobs.map((job) => ({ name: job.name, health: jobHealth(job) })),
    ...pipeline.connectors.map((connector) => ({
      name: connector.name,
      health: connectorHealth(connector),
    })),
    ...pipeline.unavailable.map(({ part }) => ({ name: part, health: 'warn' as const })),
  ];
  const health = worst(parts.map((part) => part.health));
  if (health === 'unknown') return { health, label: 'Unknown', detail: 'Nothing reports yet' };
  if (health === 'good') {
    return { health, label: 'Healthy', detail: `${String(parts.length)} parts up` };
  }
  const ailing = [...new Set(parts.filter((p) => p.health !== 'good').map((p) => p.name))];
  const named = ailing.slice(0, 2).join(', ');
  const more = ailing.length > 2 ? ` and ${String(ailing.length - 2)} more` : '';
  return { health, label: health === 'bad' ? 'Outage' : 'Degraded', detail: named + more };
}
