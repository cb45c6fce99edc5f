export {
  ABSENT,
  formatAmount,
  formatBytes,
  formatCount,
  formatMillis,
  formatMoney,
  formatRate,
} from './numbers';
export { formatClock, formatDateTime, formatSpan, formatTime } from './times';
