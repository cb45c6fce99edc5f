import { lineChartFrame, type ChartColors, type ChartOption } from '@/components/chart';
import { formatMinutes, formatShare, formatSigned, formatTime } from '@/lib/format';
import type { Performance } from '@/lib/model-health';

/** Eight of ten orders should arrive within their interval. */
export const COVERAGE_TARGET = 0.8;

const LABELS = 6;

interface Line {
  readonly name: string;
  readonly value: (window: Performance) => number;
  /** Index into the palette; a reference has none and is dashed. */
  readonly color: number | null;
}

/** A chart over the windows of a period. */
export interface HealthChart {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly format: (value: number | null) => string;
  readonly axis: { readonly min?: number; readonly max?: number };
}

export const HEALTH_CHARTS: readonly HealthChart[] = [
  {
    key: 'mae',
    title: 'Mean absolute error',
    lines: [
      { name: 'Champion', value: ({ mae }) => mae, color: 0 },
      { name: 'Baseline', value: ({ baselineMae }) => baselineMae, color: null },
    ],
    format: formatMinutes,
    axis: { min: 0 },
  },
  {
    key: 'bias',
    title: 'Bias, predicted − actual',
    lines: [
      { name: 'Champion', value: ({ bias }) => bias, color: 1 },
      { name: 'None', value: () => 0, color: null },
    ],
    format: (value) => `${formatSigned(value)} min`,
    axis: {},
  },
  {
    key: 'coverage',
    title: 'Coverage of the interval',
    lines: [
      { name: 'Champion', value: ({ coverage }) => coverage, color: 2 },
      { name: 'Target', value: () => COVERAGE_TARGET, color: null },
    ],
    format: formatShare,
    axis: { min: 0, max: 1 },
  },
];

/** The drawing of a chart; the windows' starts are told in the zone. */
export function healthChartOption(
  { lines, format, axis }: HealthChart,
  windows: readonly Performance[],
  zone: string,
  colors: ChartColors,
): ChartOption {
  const labels = windows.map(({ key }) => formatTime(Date.parse(key), zone));
  const labelEvery = Math.max(1, Math.ceil(labels.length / LABELS));
  const frame = lineChartFrame({ labels, labelEvery, format }, colors);
  return {
    ...frame,
    yAxis: {
      ...frame.yAxis,
      ...axis,
      axisLabel: { ...frame.yAxis.axisLabel, formatter: (value: number) => format(value) },
    },
    series: lines.map(({ name, value, color }) => {
      const stroke = color === null ? colors.others : (colors.series[color] ?? colors.others);
      return {
        type: 'line' as const,
        name,
        data: windows.map(value),
        symbol: windows.length === 1 ? 'circle' : 'none',
        color: stroke,
        lineStyle: {
          width: color === null ? 1 : 1.5,
          type: color === null ? ('dashed' as const) : ('solid' as const),
          color: stroke,
        },
        emphasis: { disabled: true },
      };
    }),
  };
}
