import { OrderLink } from '@/components';
import { Stacked } from '@/components/table';
import type { DynamicSlaViolation } from '@/lib/live';

interface OrderCellProps {
  violation: DynamicSlaViolation;
  /** Said behind the restaurant, null where one city is chosen. */
  city: string | null;
}

/** Which order it is about, and where it is cooked. */
export function OrderCell({ violation, city }: OrderCellProps) {
  const { orderId, restaurantId, restaurantName } = violation;
  const restaurant = restaurantName ?? `Restaurant ${String(restaurantId)}`;
  return (
    <Stacked sub={city === null ? restaurant : `${restaurant}, ${city}`}>
      <OrderLink orderId={orderId} />
    </Stacked>
  );
}
