export { LazyChart } from './LazyChart';
export { chartColors, lineChartFrame, type ChartColors } from './lineChart';
export type { ChartOption } from './chartLibrary';
