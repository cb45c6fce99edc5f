export { Countdown } from './Countdown';
export { IntervalBar } from './IntervalBar';
export { OutlookWord } from './OutlookWord';
export { QualityMark } from './QualityMark';
