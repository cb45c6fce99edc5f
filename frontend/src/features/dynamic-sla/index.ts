import { AlarmClock } from 'lucide-react';

/** The page's place in the navigation; its code is loaded when it is opened. */
export const dynamicSlaPage = {
  path: '/dynamic-sla',
  label: 'Dynamic SLA',
  icon: AlarmClock,
  load: async () => (await import('./components/DynamicSlaPage')).DynamicSlaPage,
} as const;
