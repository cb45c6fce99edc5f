import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { NavLink, useLocation } from 'react-router';
import { clientConfigQuery } from '@/lib/live';
import { pages } from '../pages';
import classes from './Navigation.module.css';

/** The pages; the city filter goes along from one to the next. */
export function Navigation({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { data: config } = useQuery(clientConfigQuery);
  const city = new URLSearchParams(useLocation().search).get('city');
  const search = city === null ? '' : `?city=${encodeURIComponent(city)}`;
  return (
    <>
      {open && <div className={classes.backdrop} onClick={onClose} aria-hidden />}
      <nav className={classes.navigation} data-open={open || undefined} aria-label="Pages">
        <div className={classes.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <span>Flavor Trend</span>
          <button
            type="button"
            className={classes.close}
            aria-label="Close navigation"
            onClick={onClose}
          >
            <X size={18} aria-hidden />
          </button>
        </div>
        <ul className={classes.list}>
          {pages.map(({ path, label, icon: Icon }) => (
            <li key={path}>
              <NavLink
                to={{ pathname: path, search }}
                end={path === '/'}
                className={classes.link ?? ''}
                onClick={onClose}
              >
                <Icon size={18} aria-hidden />
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
        {config !== undefined && <p className={classes.version}>Version {config.version}</p>}
      </nav>
    </>
  );
}
