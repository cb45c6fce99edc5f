import type { Tone } from '@/components';
import type { Courier } from '../api/couriers';
import type { Restaurant } from '../api/restaurants';

export interface EntityState {
  readonly label: string;
  readonly tone: Tone;
}

/** webapi's words for a restaurant's state, and how loudly they are said. */
export const RESTAURANT_STATES: Record<Restaurant['status'], EntityState> = {
  overloaded: { label: 'Overloaded', tone: 'bad' },
  busy: { label: 'Busy', tone: 'warn' },
  normal: { label: 'Normal', tone: 'good' },
  quiet: { label: 'Quiet', tone: 'muted' },
  paused: { label: 'Paused', tone: 'info' },
  unknown: { label: 'Unknown', tone: 'muted' },
};

/** webapi's words for what a courier is doing. */
export const COURIER_STATES: Record<Courier['status'], EntityState> = {
  overloaded: { label: 'Overloaded', tone: 'bad' },
  delivering: { label: 'Delivering', tone: 'good' },
  returning: { label: 'Returning', tone: 'info' },
  idle: { label: 'Idle', tone: 'info' },
  off_shift: { label: 'Off shift', tone: 'muted' },
  unknown: { label: 'Unknown', tone: 'muted' },
};

const title = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is said below a courier's name: the vehicle, and the city while all are shown. */
export function courierAbout(courier: Courier, everywhere: boolean): string {
  const vehicle = courier.vehicle === null ? null : title(courier.vehicle);
  return [vehicle, everywhere ? courier.cityName : null].filter((part) => part !== null).join(', ');
}

/** Below a courier's state: the orders under way, or for how long there have been none. */
export function courierDetail({ load, idleMinutes }: Courier): string | null {
  if (load !== null && load > 0) return load === 1 ? '1 order' : `${String(load)} orders`;
  return idleMinutes === null ? null : `${idleMinutes.toFixed(0)} min`;
}
