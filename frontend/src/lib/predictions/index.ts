export { countdown, type Countdown } from './countdown';
export { currentPredictions } from './currentPredictions';
export { arrivalText, outlook, outlookText, wholeMinutes, type Outlook } from './outlook';
export { reasonText } from './reasons';
export { intervalShape, type IntervalShape } from './intervalShape';
