export { referenceTime, type ReferenceTime } from './referenceTime';
export { useNow } from './useNow';
