import type { ReactNode } from 'react';
import classes from './Stacked.module.css';

/** Two lines in a cell, the second of them smaller. */
export function Stacked({ children, sub }: { children: ReactNode; sub: ReactNode }) {
  return (
    <span className={classes.stacked}>
      <span className={classes.main}>{children}</span>
      <span className={classes.sub}>{sub}</span>
    </span>
  );
}
