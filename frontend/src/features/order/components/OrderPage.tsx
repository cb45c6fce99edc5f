import { useQuery } from '@tanstack/react-query';
import { PackageX } from 'lucide-react';
import { useParams } from 'react-router';
import { ErrorState, MessageState, PageHeading, PageSkeleton } from '@/components';
import { ApiError } from '@/lib/api';
import { orderQuery } from '../api/order';
import { OrderReport } from './OrderReport';

const REFETCH_MS = 3_000;

function orderIdOf(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

function NoSuchOrder({ detail }: { detail: string }) {
  return (
    <MessageState
      icon={<PackageX size={28} aria-hidden />}
      title="There is no such order"
      detail={detail}
    />
  );
}

function KnownOrder({ orderId }: { orderId: number }) {
  const { data, error, refetch } = useQuery({
    ...orderQuery(orderId),
    // What is over changes no more.
    refetchInterval: ({ state }) => {
      const status = state.data?.order.status;
      return status === 'delivered' || status === 'cancelled' ? 10 * REFETCH_MS : REFETCH_MS;
    },
  });
  if (data !== undefined) return <OrderReport details={data} />;
  if (error === null) return <PageSkeleton />;
  return (
    <>
      <PageHeading title={`Order #${String(orderId)}`} />
      {error instanceof ApiError && error.kind === 'not_found' ? (
        <NoSuchOrder detail={error.message} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </>
  );
}

/** Everything about one order: what happened, what was predicted, and why. */
export function OrderPage() {
  const { id } = useParams();
  const orderId = orderIdOf(id);
  return (
    <>
      <title>{`Order ${id ?? ''} · Flavor Trend`}</title>
      {orderId === null ? (
        <NoSuchOrder detail="An order's number is a whole number from 1." />
      ) : (
        <KnownOrder key={orderId} orderId={orderId} />
      )}
    </>
  );
}
