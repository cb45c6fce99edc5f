import { LayoutDashboard } from 'lucide-react';

/** The page's place in the navigation; its code is loaded when it is opened. */
export const overviewPage = {
  path: '/',
  label: 'Overview',
  icon: LayoutDashboard,
  load: async () => (await import('./components/OverviewPage')).OverviewPage,
} as const;
