import { Button } from '@mantine/core';
import { CloudOff, LockKeyhole, PlugZap, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiError } from '@/lib/api';
import classes from './MessageState.module.css';

interface MessageStateProps {
  icon: ReactNode;
  title: string;
  detail: ReactNode;
  action?: ReactNode;
  fullPage?: boolean;
}

/** An empty, refused or failed part of a page, told in one title and one sentence. */
export function MessageState({ icon, title, detail, action, fullPage = false }: MessageStateProps) {
  return (
    <div className={classes.state} data-full-page={fullPage || undefined} role="status">
      <div className={classes.icon}>{icon}</div>
      <p className={classes.title}>{title}</p>
      <p className={classes.detail}>{detail}</p>
      {action}
    </div>
  );
}

interface ErrorStateProps {
  error: Error;
  onRetry: () => void;
  fullPage?: boolean;
}

function titleOf(error: Error): string {
  if (!(error instanceof ApiError)) return 'Something went wrong on this page';
  if (error.kind === 'unreachable') return 'The server cannot be reached';
  if (error.kind !== 'unavailable') return 'The server answered with an error';
  return error.part === null ? 'A part of the platform is down' : `${error.part} is down`;
}

function iconOf(error: Error): ReactNode {
  if (!(error instanceof ApiError)) return <TriangleAlert size={28} aria-hidden />;
  if (error.kind === 'unreachable') return <CloudOff size={28} aria-hidden />;
  return <PlugZap size={28} aria-hidden />;
}

/** A failed request: what is missing, why, and the way to try again. */
export function ErrorState({ error, onRetry, fullPage = false }: ErrorStateProps) {
  if (error instanceof ApiError && error.kind === 'forbidden') {
    return (
      <MessageState
        icon={<LockKeyhole size={28} aria-hidden />}
        title="You have no permission for this"
        detail={error.message}
        fullPage={fullPage}
      />
    );
  }
  return (
    <MessageState
      icon={iconOf(error)}
      title={titleOf(error)}
      detail={error.message}
      fullPage={fullPage}
      action={
        <Button variant="default" size="xs" onClick={onRetry}>
          Try again
        </Button>
      }
    />
  );
}
