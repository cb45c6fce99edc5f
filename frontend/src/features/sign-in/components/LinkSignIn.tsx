import { Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { redeemLink } from '../model/linkSignIn';
import { signInFailure } from '../model/signInFailure';
import classes from './SignInPage.module.css';

interface LinkSignInProps {
  token: string;
  /** Called with what to tell the user, or null after success. */
  onDone: (failure: string | null) => void;
}

/** Takes the token out of the address before anything else, then redeems it. */
export function LinkSignIn({ token, onDone }: LinkSignInProps) {
  const client = useQueryClient();
  const [, setParameters] = useSearchParams();

  useEffect(() => {
    setParameters(
      (current) => {
        const changed = new URLSearchParams(current);
        changed.delete('link');
        return changed;
      },
      { replace: true },
    );
  }, [setParameters]);

  useEffect(() => {
    let shown = true;
    redeemLink(client, token).then(
      () => {
        if (shown) onDone(null);
      },
      (error: unknown) => {
        if (shown) onDone(signInFailure(error as Error, 'link'));
      },
    );
    return () => {
      shown = false;
    };
  }, [client, token, onDone]);

  return (
    <div className={classes.redeeming} role="status">
      <Loader size="sm" />
      Signing you in…
    </div>
  );
}
