import { useDisclosure } from '@mantine/hooks';
import { Menu as MenuIcon } from 'lucide-react';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { PageSkeleton } from '@/components';
import { UserMenu } from '@/features/account';
import { LiveProvider } from '@/lib/live';
import { CityFilter } from './CityFilter';
import { ConnectionIndicator } from './ConnectionIndicator';
import { Navigation } from './Navigation';
import classes from './Shell.module.css';
import { ThemeSwitch } from './ThemeSwitch';

/** The frame around every page behind sign-in: navigation at the side, context at the top. */
export function Shell() {
  const [open, navigation] = useDisclosure(false);
  return (
    <LiveProvider>
      <div className={classes.shell}>
        <a className={classes.skip} href="#content">
          Skip to content
        </a>
        <Navigation open={open} onClose={navigation.close} />
        <div className={classes.main}>
          <header className={classes.header}>
            <button
              type="button"
              className={classes.menuButton}
              aria-label="Open navigation"
              aria-expanded={open}
              onClick={navigation.open}
            >
              <MenuIcon size={20} aria-hidden />
            </button>
            <CityFilter />
            <div className={classes.status}>
              <ConnectionIndicator />
              <ThemeSwitch />
              <UserMenu />
            </div>
          </header>
          <main id="content" className={classes.content} tabIndex={-1}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
    </LiveProvider>
  );
}
