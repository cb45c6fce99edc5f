import { describe, expect, it } from 'vitest';
import { healthSummary, pipelineSchema } from '@/lib/platform';
import { ageText, freshnessHealth, freshnessLabel, groupTitle } from './featureFreshness';
import { edgeShape, flowLayout, NODE } from './flowLayout';
import { flow, flowSentence } from './flow';
import { latencyBars, scaleEnd, scalePosition, scaleTicks } from './latencyBars';

const connection = { phase: 'live', staleSince: null, attempt: 0, reason: null } as const;

const pipeline = (changes: object = {}) =>
  pipelineSchema.parse({
    components: [
      { name: 'postgres', state: 'up' },
      { name: 'kafka', state: 'up', detail: null },
    ],
    jobs: [{ name: 'city-kpis', state: 'RUNNING', records_in_per_second: 70 }],
    connectors: [{ name: 'flavor', state: 'RUNNING', tasks: [{ id: 0, state: 'RUNNING' }] }],
    slot: { name: 'flavor', active: true, lag_bytes: 2048 },
    topics: [
      { name: 'flavor.public.orders', records_per_second: 70, end_offset: 1 },
      { name: 'city_kpis', records_per_second: 24, end_offset: 1 },
    ],
    latency: [],
    dead_letters: 0,
    unavailable: [],
    as_of: '2026-11-22T12:00:00.123456Z',
    ...changes,
  });

const node = (id: string, changes: object = {}) =>
  flow(pipeline(changes), connection, null).nodes.find((candidate) => candidate.id === id);

describe('flow', () => {
  it('tells captured records from derived ones', () => {
    const { edges } = flow(pipeline(), connection, null);
    expect(edges.find(({ to }) => to === 'debezium')?.rate).toBe(70);
    expect(edges.find(({ to }) => to === 'notifier')?.rate).toBe(94);
  });

  it('shows nothing, not zero, where a part could not be asked', () => {
    const gone = { jobs: [], topics: null, slot: null, connectors: [], components: [] };
    expect(node('kafka', gone)).toMatchObject({ figure: '–', health: 'unknown' });
    expect(node('postgres', gone)?.figure).toBe('–');
    expect(flow(pipeline(gone), connection, null).edges[0]?.rate).toBeNull();
  });

  it('marks a failed task and an inactive slot', () => {
    const failed = {
      connectors: [{ name: 'x', state: 'RUNNING', tasks: [{ id: 0, state: 'FAILED' }] }],
    };
    expect(node('debezium', failed)?.health).toBe('bad');
    expect(node('postgres', { slot: { name: 's', active: false, lag_bytes: 1 } })?.health).toBe(
      'warn',
    );
  });

  it('can be read as a sentence', () => {
    expect(flowSentence(flow(pipeline(), connection, null))).toContain(
      'Flink: up, 1 of 1 jobs running',
    );
  });
});

describe('flowLayout', () => {
  it.each([true, false])('keeps every node inside and apart (vertical: %s)', (vertical) => {
    const layout = flowLayout(vertical);
    const boxes = Object.values(layout.at);
    for (const [index, a] of boxes.entries()) {
      expect(a.x + NODE.width).toBeLessThanOrEqual(layout.width);
      expect(a.y + NODE.height).toBeLessThanOrEqual(layout.height);
      for (const b of boxes.slice(index + 1)) {
        const apart =
          Math.abs(a.x - b.x) >= NODE.width + 16 || Math.abs(a.y - b.y) >= NODE.height + 16;
        expect(apart).toBe(true);
      }
    }
  });

  it('begins at a node’s side and ends at the next one’s', () => {
    const layout = flowLayout(false);
    const { path } = edgeShape({ from: 'postgres', to: 'debezium', rate: 1 }, layout);
    expect(path).toMatch(/^M150 116 C.* 209 116$/);
  });
});

describe('latencyBars', () => {
  const stage = (name: string) => ({ stage: name, count: 1, p50_ms: 5, p99_ms: 50, max_ms: 60 });

  it('follows the way of a change and ends with what this browser saw', () => {
    const bars = latencyBars(['commit_to_socket', 'new_stage', 'deliver', 'capture'].map(stage), {
      count: 3,
      p50: 20,
      p99: 200,
      max: 300,
    });
    expect(bars.map((bar) => bar.stage)).toEqual([
      'capture',
      'deliver',
      'new_stage',
      'commit_to_socket',
      'commit_to_page',
    ]);
    expect(bars[2]?.label).toBe('new stage');
    expect(scaleEnd(bars)).toBe(1_000);
  });

  it('has a scale that reaches at least 100 ms and grows by decades', () => {
    expect(scaleEnd([])).toBe(100);
    expect(scaleTicks(1_000)).toEqual([1, 10, 100, 1_000]);
    expect(scalePosition(1_000, 1_000)).toBe(1);
    expect(scalePosition(0.01, 1_000)).toBe(0);
  });
});

describe('feature freshness', () => {
  const group = (kept: boolean | null, entities = 600) => ({
    entity: 'courier',
    entities,
    newest_age_ms: 40,
    p50_age_ms: 60_000,
    p99_age_ms: null,
    freshness: { target_ms: 200, behind_ms: 0, kept },
  });

  it('is good, late, or not to be judged', () => {
    expect([true, false, null].map((kept) => freshnessHealth(group(kept)))).toEqual([
      'good',
      'bad',
      'unknown',
    ]);
    expect(freshnessLabel(group(null))).toBe('Not judged');
  });

  it('claims nothing without features, unless something waits for them', () => {
    expect(freshnessLabel(group(true, 0))).toBe('No features');
    expect(freshnessLabel(group(false, 0))).toBe('Late');
  });

  it('is told in the unit that fits', () => {
    expect([40, 59_400, 190_000, null].map(ageText)).toEqual(['40 ms', '59 s', '3:10', '–']);
  });

  it('takes the groups from an answer, and none from one of an older webapi', () => {
    const { features } = pipeline({ features: [group(true)] });
    expect(features.map(({ entity }) => groupTitle(entity))).toEqual(['Couriers']);
    expect(pipeline().features).toEqual([]);
  });
});

describe('healthSummary', () => {
  it('says that all is well, or names what is not', () => {
    expect(healthSummary(pipeline())).toMatchObject({ health: 'good', detail: '4 parts up' });
    const down = pipeline({ components: [{ name: 'kafka', state: 'down', detail: 'refused' }] });
    expect(healthSummary(down)).toMatchObject({ health: 'bad', label: 'Outage', detail: 'kafka' });
    const unasked = pipeline({ unavailable: [{ part: 'flink', reason: 'timeout' }] });
    expect(healthSummary(unasked)).toMatchObject({ health: 'warn', detail: 'flink' });
  });
});
