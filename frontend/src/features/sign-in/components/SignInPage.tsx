import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { returnPath, sessionQuery } from '@/lib/session';
import { Brand } from './Brand';
import { LinkSignIn } from './LinkSignIn';
import { PasswordForm } from './PasswordForm';
import classes from './SignInPage.module.css';
import { useState } from 'react';

/** `/sign-in`, with `?link=` for a one-time link and `?return=` for where to go afterwards. */
export function SignInPage() {
  const [parameters] = useSearchParams();
  const target = returnPath(parameters.get('return'));
  // Kept apart from the address, which loses the token at once.
  const [link, setLink] = useState(() => parameters.get('link'));
  const [linkFailure, setLinkFailure] = useState<string | null>(null);
  const { data: user } = useQuery({ ...sessionQuery, enabled: link === null });
  if (user != null && link === null) return <Navigate to={target} replace />;
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Brand />
        {link === null ? (
          <PasswordForm linkFailure={linkFailure} />
        ) : (
          <LinkSignIn
            token={link}
            onDone={(failure) => {
              setLinkFailure(failure);
              setLink(null);
            }}
          />
        )}
      </div>
      <p className={classes.footer}>Live operations of food delivery</p>
    </main>
  );
}
