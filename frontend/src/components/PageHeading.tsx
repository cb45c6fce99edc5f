import type { ReactNode } from 'react';
import classes from './PageHeading.module.css';

/** A page's name, what it is about, and at the right how fresh it is. */
export function PageHeading({
  title,
  about,
  children,
}: {
  title: string;
  about?: string;
  children?: ReactNode;
}) {
  return (
    <header className={classes.heading}>
      <div>
        <h1 className={classes.title}>{title}</h1>
        {about !== undefined && <p className={classes.about}>{about}</p>}
      </div>
      <div className={classes.aside}>{children}</div>
    </header>
  );
}
