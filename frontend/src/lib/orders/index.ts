export { statusLabel, statusStep, STEPS } from './orderStatus';
