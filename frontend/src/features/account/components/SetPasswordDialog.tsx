import { Alert, Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { sessionQuery, type User } from '@/lib/session';
import { setPassword } from '../api/setPassword';
import { newPasswordProblem } from '../model/passwordRules';

interface SetPasswordDialogProps {
  opened: boolean;
  onClose: () => void;
  user: User;
}

const EMPTY = { current: '', next: '', repeated: '' };

/** Sets or changes the own password; asks for the current one where there is one. */
export function SetPasswordDialog({ opened, onClose, user }: SetPasswordDialogProps) {
  const client = useQueryClient();
  const [entry, setEntry] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const save = useMutation({
    mutationFn: () => setPassword(user.has_password ? entry.current : null, entry.next),
    // 401 here says that the current password is wrong.
    meta: { keepsSession: true },
    onSuccess: () => {
      setEntry(EMPTY);
      setChecked(false);
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const problem = newPasswordProblem(entry.next, entry.repeated);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problem === null) save.mutate();
  };
  const close = () => {
    setEntry(EMPTY);
    setChecked(false);
    save.reset();
    onClose();
  };
  const field = (name: keyof typeof EMPTY) => ({
    value: entry[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setEntry((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={user.has_password ? 'Change password' : 'Set a password'}
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {save.isSuccess ? (
        <Stack>
          <Alert color="green" variant="light" icon={<CircleCheck size={18} aria-hidden />}>
            The password is set. Use it at your next sign-in.
          </Alert>
          <Button onClick={close}>Done</Button>
        </Stack>
      ) : (
        <form onSubmit={submit} data-testid="set-password-form">
          <Stack gap="sm">
            {save.isError && (
              <Alert color="red" variant="light" icon={<CircleAlert size={18} aria-hidden />}>
                {save.error.message}
              </Alert>
            )}
            {user.has_password && (
              <PasswordInput
                label="Current password"
                autoComplete="current-password"
                required
                withAsterisk={false}
                {...field('current')}
              />
            )}
            <PasswordInput
              label="New password"
              autoComplete="new-password"
              description="At least 12 characters"
              required
              withAsterisk={false}
              {...field('next')}
            />
            <PasswordInput
              label="New password again"
              autoComplete="new-password"
              required
              withAsterisk={false}
              error={checked ? problem : null}
              {...field('repeated')}
            />
            <Group justify="flex-end" mt="xs">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" loading={save.isPending}>
                Save password
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
