import { describe, expect, it } from 'vitest';
import type { ChartColors } from '@/components/chart';
import type { ModelHealth, Performance } from '@/lib/model-health';
import { breakdown } from './breakdown';
import { HEALTH_CHARTS, healthChartOption } from './healthCharts';

const colors: ChartColors = {
  series: ['a', 'b', 'c', 'd', 'e'],
  others: 'grey',
  text: '',
  strong: '',
  line: '',
  border: '',
  panel: '',
};

const performance = (key: string, mae = 4): Performance => ({
  key,
  count: 10,
  mae,
  bias: -0.5,
  coverage: 0.78,
  baselineMae: 6,
});

const health: ModelHealth = {
  champion: 'm',
  status: null,
  total: null,
  byWindow: [],
  byCity: [performance('1', 3), performance('2', 5), performance('9', 4)],
  byStage: [performance('picked_up')],
  byVersion: [],
  byHour: [performance('09', 1), performance('18', 9)],
  byWeather: [performance('rain')],
  expectations: [],
  drift: null,
  asOf: 0,
};

const cityOf = (id: number) => ({ 1: 'Tunis', 2: 'Sfax' })[id] ?? null;

describe('breakdown', () => {
  it.each([
    ['city', ['Sfax', 'City 9', 'Tunis']],
    ['stage', ['Picked up']],
    ['hour', ['09:00', '18:00']],
    ['weather', ['Rain']],
  ] as const)('names and sorts by %s', (dimension, names) => {
    expect(breakdown(health, dimension, cityOf).map(({ name }) => name)).toEqual(names);
  });
});

describe('healthChartOption', () => {
  const windows = [performance('2026-11-23T12:00:00Z'), performance('2026-11-23T12:05:00Z', 5)];

  it.each([
    [
      'mae',
      [
        [4, 5],
        [6, 6],
      ],
    ],
    [
      'bias',
      [
        [-0.5, -0.5],
        [0, 0],
      ],
    ],
    [
      'coverage',
      [
        [0.78, 0.78],
        [0.8, 0.8],
      ],
    ],
  ] as const)('draws %s beside what it is measured by', (key, data) => {
    const chart = HEALTH_CHARTS.find((candidate) => candidate.key === key);
    if (chart === undefined) throw new Error(`No chart ${key}`);
    const option = healthChartOption(chart, windows, 'Africa/Tunis', colors);
    expect(option.series).toMatchObject(data.map((values) => ({ data: values })));
    expect(option.xAxis).toMatchObject({ data: ['13:00', '13:05'] });
  });
});
