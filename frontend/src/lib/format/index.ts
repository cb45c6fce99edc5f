export {
  ABSENT,
  formatAmount,
  formatBytes,
  formatCount,
  formatMillis,
  formatMinutes,
  formatMoney,
  formatRate,
  formatShare,
  formatSigned,
} from './numbers';
export { formatClock, formatDateTime, formatSpan, formatTime } from './times';
