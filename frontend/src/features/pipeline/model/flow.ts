import { ABSENT, formatBytes, formatMillis, formatRate } from '@/lib/format';
import type { ConnectionState, LiveFigures } from '@/lib/live';
import {
  componentHealth,
  connectorHealth,
  jobHealth,
  worst,
  type Health,
  type Pipeline,
} from '@/lib/platform';

export type FlowNodeId =
  'postgres' | 'debezium' | 'kafka' | 'flink' | 'analytics' | 'notifier' | 'page';

export interface FlowNode {
  readonly id: FlowNodeId;
  readonly title: string;
  readonly health: Health;
  /** The figure that matters at this node, and what it is. */
  readonly figure: string;
  readonly caption: string;
}

export interface FlowEdge {
  readonly from: FlowNodeId;
  readonly to: FlowNodeId;
  /** Records per second, null where nobody counts them. */
  readonly rate: number | null;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

const CAPTURED = 'flavor.';

function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function healthOf(pipeline: Pipeline, ...names: string[]): Health {
  const found = pipeline.components.filter(({ name }) => names.includes(name));
  return worst(found.map(({ state }) => componentHealth(state)));
}

function pageHealth(connection: ConnectionState): Health {
  if (connection.phase === 'live') return 'good';
  return connection.phase === 'denied' ? 'bad' : 'warn';
}

const perSecond = (rate: number | null) => (rate === null ? ABSENT : `${formatRate(rate)}/s`);

/** The path of a change, from its commit to this page, with what each node does right now. */
export function flow(
  pipeline: Pipeline,
  connection: ConnectionState,
  figures: LiveFigures | null,
): Flow {
  const { topics, jobs, connectors, slot } = pipeline;
  const rates = (captured: boolean) =>
    total(
      topics
        .filter(({ name }) => name.startsWith(CAPTURED) === captured)
        .map((topic) => topic.records_per_second),
    );
  const captured = rates(true);
  const derived = rates(false);
  const jobsIn = total(jobs.map((job) => job.records_in_per_second));
  const jobsOut = total(jobs.map((job) => job.records_out_per_second));
  const running = jobs.filter((job) => jobHealth(job) === 'good').length;
  const tasks = connectors.flatMap((connector) => connector.tasks);
  const tasksRunning = tasks.filter((task) => task.state.toUpperCase() === 'RUNNING').length;
  const toSocket = pipeline.latency.find(({ stage }) => stage === 'commit_to_socket');
  const events = figures?.eventsPerSecond ?? null;
  const postgres = healthOf(pipeline, 'postgres');
  return {
    nodes: [
      {
        id: 'postgres',
        title: 'PostgreSQL',
        health: slot?.active === false ? worst([postgres, 'warn']) : postgres,
        figure: slot === null ? ABSENT : formatBytes(slot.lag_bytes),
        caption: 'not yet captured',
      },
      {
        id: 'debezium',
        title: 'Debezium',
        health: worst([healthOf(pipeline, 'connect'), ...connectors.map(connectorHealth)]),
        figure: tasks.length === 0 ? ABSENT : `${String(tasksRunning)} of ${String(tasks.length)}`,
        caption: 'tasks running',
      },
      {
        id: 'kafka',
        title: 'Kafka',
        health: healthOf(pipeline, 'kafka'),
        figure: perSecond(total([captured, derived])),
        caption: `${String(topics.length)} topics`,
      },
      {
        id: 'flink',
        title: 'Flink',
        health: worst([
          healthOf(pipeline, 'flink', 'flink-jobmanager', 'flink-taskmanager'),
          ...jobs.map(jobHealth),
        ]),
        figure: jobs.length === 0 ? ABSENT : `${String(running)} of ${String(jobs.length)}`,
        caption: 'jobs running',
      },
      {
        id: 'analytics',
        title: 'PostgreSQL + API',
        health: worst([postgres, healthOf(pipeline, 'webapi')]),
        figure: perSecond(jobsOut),
        caption: 'results written',
      },
      {
        id: 'notifier',
        title: 'WebSocket',
        health: healthOf(pipeline, 'notifier'),
        figure: formatMillis(toSocket?.p50_ms),
        caption: 'from commit, p50',
      },
      {
        id: 'page',
        title: 'This page',
        health: pageHealth(connection),
        figure: formatMillis(figures?.latency.p50),
        caption: 'from commit, p50',
      },
    ],
    edges: [
      { from: 'postgres', to: 'debezium', rate: captured },
      { from: 'debezium', to: 'kafka', rate: captured },
      { from: 'kafka', to: 'flink', rate: jobsIn },
      { from: 'kafka', to: 'notifier', rate: total([captured, derived]) },
      { from: 'flink', to: 'analytics', rate: jobsOut },
      { from: 'analytics', to: 'page', rate: null },
      { from: 'notifier', to: 'page', rate: events },
    ],
  };
}

/** The drawing in one sentence, for those who do not see it. */
export function flowSentence({ nodes }: Flow): string {
  const words = { good: 'up', warn: 'degraded', bad: 'down', unknown: 'unknown' };
  return nodes
    .map((node) => `${node.title}: ${words[node.health]}, ${node.figure} ${node.caption}`)
    .join('; ');
}
