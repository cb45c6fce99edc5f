import { lineChartFrame, type ChartColors, type ChartOption } from '@/components/chart';
import { formatRate, formatTime } from '@/lib/format';
import type { OrdersChart } from './ordersChart';

const LABEL_EVERY = 10;

/** The drawing of an orders chart. */
export function ordersChartOption(
  chart: OrdersChart,
  zone: string,
  colors: ChartColors,
): ChartOption {
  const labels = chart.starts.map((start, index) =>
    index === chart.starts.length - 1 ? 'now' : formatTime(start, zone),
  );
  const frame = lineChartFrame({ labels, labelEvery: LABEL_EVERY, format: formatRate }, colors);
  return {
    ...frame,
    tooltip: { ...frame.tooltip, order: 'seriesDesc' },
    yAxis: { ...frame.yAxis, minInterval: 1 },
    series: chart.lines.map(({ name, values, color }) => {
      const stroke = color === 'others' ? colors.others : (colors.series[color] ?? colors.others);
      return {
        type: 'line' as const,
        name,
        data: [...values],
        ...(chart.stacked ? { stack: 'orders' } : {}),
        symbol: 'none',
        color: stroke,
        lineStyle: { width: 1.5, color: stroke },
        areaStyle: { color: stroke, opacity: chart.stacked ? 0.34 : 0.16 },
        emphasis: { disabled: true },
      };
    }),
  };
}
