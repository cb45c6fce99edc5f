import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { signIn } from '@/lib/session';
import { signInFailure } from '../model/signInFailure';
import classes from './SignInPage.module.css';

/** User name and password; the session that follows makes the page move on. */
export function PasswordForm({ linkFailure }: { linkFailure: string | null }) {
  const client = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const login = useMutation({
    mutationFn: () => signIn(client, { username: username.trim(), password }),
    meta: { keepsSession: true },
    onError: () => {
      setPassword('');
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    login.mutate();
  };
  const failure = login.error === null ? linkFailure : signInFailure(login.error, 'password');
  return (
    <form className={classes.form} onSubmit={submit} data-testid="sign-in-form">
      {failure !== null && (
        <Alert
          color="red"
          variant="light"
          icon={<CircleAlert size={18} aria-hidden />}
          role="alert"
          data-testid="sign-in-failure"
        >
          {failure}
        </Alert>
      )}
      <TextInput
        label="User name"
        name="username"
        autoComplete="username"
        autoFocus
        required
        withAsterisk={false}
        size="md"
        value={username}
        onChange={(event) => {
          setUsername(event.currentTarget.value);
        }}
      />
      <PasswordInput
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        size="md"
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
        }}
      />
      <Button type="submit" size="md" fullWidth loading={login.isPending}>
        Sign in
      </Button>
      <p className={classes.hint}>
        No password yet? The first start printed a one-time sign-in link; an administrator can make
        a new one.
      </p>
    </form>
  );
}
