export {
  ABSENT,
  formatAmount,
  formatBytes,
  formatCount,
  formatMillis,
  formatMoney,
  formatRate,
  formatShare,
} from './numbers';
export { formatClock, formatDateTime, formatSpan, formatTime } from './times';
