import { dynamicSlaPage } from '@/features/dynamic-sla';
import { modelPage } from '@/features/model';
import { overviewPage } from '@/features/overview';
import { pipelinePage } from '@/features/pipeline';

/** The pages of the navigation, in its order. A feature adds its page here. */
export const pages = [overviewPage, dynamicSlaPage, modelPage, pipelinePage] as const;
