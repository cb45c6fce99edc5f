import type { ChartOption } from '@/components/chart';
import { formatRate, formatTime } from '@/lib/format';
import type { OrdersChart } from './ordersChart';

/** The theme's colours, resolved: a canvas knows no CSS variables. */
export interface ChartColors {
  readonly series: readonly string[];
  readonly others: string;
  readonly text: string;
  readonly strong: string;
  readonly line: string;
  readonly border: string;
  readonly panel: string;
}

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
  const font = { color: colors.text, fontSize: 11, fontFamily: 'Inter Variable, sans-serif' };
  return {
    animation: false,
    grid: { left: 4, right: 10, top: 34, bottom: 2, outerBoundsMode: 'same' },
    legend: {
      type: 'scroll',
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 14,
      textStyle: font,
      pageTextStyle: font,
      pageIconColor: colors.text,
      pageIconInactiveColor: colors.border,
      pageIconSize: 10,
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colors.panel,
      borderColor: colors.border,
      textStyle: { ...font, color: colors.strong, fontSize: 12 },
      order: 'seriesDesc',
      valueFormatter: (value) => formatRate(typeof value === 'number' ? value : null),
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.border } },
      axisLabel: {
        ...font,
        interval: (index: number) => (labels.length - 1 - index) % LABEL_EVERY === 0,
        showMaxLabel: true,
        alignMaxLabel: 'right',
        alignMinLabel: 'left',
      },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 4,
      axisLabel: font,
      splitLine: { lineStyle: { color: colors.line } },
    },
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
