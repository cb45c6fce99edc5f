import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { orderDetailsSchema } from './orderSchema';

export const orderQuery = (orderId: number) =>
  queryOptions({
    queryKey: ['orders', 'one', orderId],
    queryFn: ({ signal }) => get(`/orders/${String(orderId)}`, orderDetailsSchema, {}, signal),
  });
