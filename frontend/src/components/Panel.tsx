import { useId, type ReactNode } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  title: string;
  /** A short remark beside the title. */
  note?: ReactNode;
  /** Controls at the right of the title. */
  actions?: ReactNode;
  /** The content reaches the panel's edges. */
  flush?: boolean;
  testId?: string;
  children: ReactNode;
}

/** A titled part of a page. */
export function Panel({ title, note, actions, flush = false, testId, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id} data-testid={testId}>
      <header className={classes.header}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {note !== undefined && <span className={classes.note}>{note}</span>}
        <div className={classes.actions}>{actions}</div>
      </header>
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}
