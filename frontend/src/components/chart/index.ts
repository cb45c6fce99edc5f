export { LazyChart } from './LazyChart';
export type { ChartOption } from './chartLibrary';
