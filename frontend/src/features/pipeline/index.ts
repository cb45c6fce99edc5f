import { Workflow } from 'lucide-react';

/** The page's place in the navigation; its code is loaded when it is opened. */
export const pipelinePage = {
  path: '/pipeline',
  label: 'Pipeline',
  icon: Workflow,
  load: async () => (await import('./components/PipelinePage')).PipelinePage,
} as const;
