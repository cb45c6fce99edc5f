import { BrainCircuit } from 'lucide-react';

/** The page's place in the navigation; its code is loaded when it is opened. */
export const modelPage = {
  path: '/model',
  label: 'Model',
  icon: BrainCircuit,
  load: async () => (await import('./components/ModelPage')).ModelPage,
} as const;
