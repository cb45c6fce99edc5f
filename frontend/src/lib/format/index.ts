export {
  ABSENT,
  formatAmount,
  formatBytes,
  formatCount,
  formatMillis,
  formatMoney,
  formatRate,
} from './numbers';
export { formatClock, formatDateTime, formatMinutes, formatSpan, formatTime } from './times';
