import { dynamicSlaPage } from '@/features/dynamic-sla';
import { modelPage } from '@/features/model';
import { orderPage } from '@/features/order';
import { overviewPage } from '@/features/overview';
import { pipelinePage } from '@/features/pipeline';

/** The pages of the navigation, in its order. A feature adds its page here. */
export const pages = [overviewPage, dynamicSlaPage, modelPage, pipelinePage] as const;

/** Pages that lists lead to. */
export const detailPages = [orderPage] as const;
