import { Link, useLocation } from 'react-router';
import classes from './OrderLink.module.css';

/** An order's number, leading to its page; `cover` makes the whole row around it lead there. */
export function OrderLink({ orderId, cover = false }: { orderId: number; cover?: boolean }) {
  const city = new URLSearchParams(useLocation().search).get('city');
  return (
    <Link
      className={classes.link}
      data-cover={cover || undefined}
      to={{
        pathname: `/orders/${String(orderId)}`,
        search: city === null ? '' : `?city=${encodeURIComponent(city)}`,
      }}
    >
      #{orderId}
    </Link>
  );
}
