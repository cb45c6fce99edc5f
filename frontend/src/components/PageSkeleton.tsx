import { Skeleton } from '@mantine/core';

/** Stands where a page will be, in about its shape, so that nothing jumps. */
export function PageSkeleton() {
  return (
    <div aria-busy="true" aria-label="Loading" role="status">
      <Skeleton height={28} width={180} mb={20} />
      <Skeleton height={104} mb={16} />
      <Skeleton height={320} mb={16} />
      <Skeleton height={240} />
    </div>
  );
}
