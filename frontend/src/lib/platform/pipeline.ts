import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { pipelineSchema } from './pipelineSchema';

/** The pipeline's own report on itself. */
export const pipelineQuery = queryOptions({
  queryKey: ['pipeline'],
  queryFn: ({ signal }) => get('/pipeline', pipelineSchema, {}, signal),
});
