import type { ChartOption } from './chartLibrary';

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

const SERIES_TOKENS = [1, 2, 3, 4, 5].map((index) => `--series-${String(index)}`);

/** @param token a colour by its token's name */
export function chartColors(token: (name: string) => string): ChartColors {
  return {
    series: SERIES_TOKENS.map(token),
    others: token('--series-others'),
    text: token('--text-muted'),
    line: token('--line-soft'),
    panel: token('--panel-raised'),
    strong: token('--text'),
    border: token('--line'),
  };
}

interface LineChartFrame {
  /** Along the x axis, in order. */
  readonly labels: readonly string[];
  /** Every so many labels one is written, counted from the last. */
  readonly labelEvery: number;
  readonly format: (value: number | null) => string;
}

/** Legend, tooltip and axes that every line chart of the site has. */
export function lineChartFrame(
  { labels, labelEvery, format }: LineChartFrame,
  colors: ChartColors,
) {
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
      valueFormatter: (value) => format(typeof value === 'number' ? value : null),
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: [...labels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.border } },
      axisLabel: {
        ...font,
        interval: (index: number) => (labels.length - 1 - index) % labelEvery === 0,
        showMaxLabel: true,
        alignMaxLabel: 'right',
        alignMinLabel: 'left',
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      axisLabel: font,
      splitLine: { lineStyle: { color: colors.line } },
    },
  } as const satisfies ChartOption;
}
