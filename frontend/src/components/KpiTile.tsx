import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './KpiTile.module.css';

interface KpiTileProps {
  testId: string;
  label: string;
  /** Shown large; null while loading. */
  value: ReactNode;
  /** A smaller text after the value. */
  unit?: string;
  detail?: ReactNode;
  /** The bare figure, for whoever reads the page by machine. */
  raw?: number | null;
  children?: ReactNode;
}

/** One figure of the strip. */
export function KpiTile({ testId, label, value, unit, detail, raw, children }: KpiTileProps) {
  return (
    <div className={classes.tile} data-testid={testId} data-value={raw ?? undefined}>
      <div className={classes.label}>{label}</div>
      {value === null ? (
        <Skeleton height={28} width="60%" my={4} />
      ) : (
        <div className={classes.value}>
          {value}
          {unit !== undefined && <span className={classes.unit}>{unit}</span>}
        </div>
      )}
      <div className={classes.detail}>{value === null ? '\u00a0' : detail}</div>
      {children}
    </div>
  );
}
