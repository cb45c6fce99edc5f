import { Avatar, Menu, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound, LogOut, UserRound } from 'lucide-react';
import { signOut, useUser } from '@/lib/session';
import { SetPasswordDialog } from './SetPasswordDialog';
import classes from './UserMenu.module.css';

/** Who is signed in, the password, and the way out. */
export function UserMenu() {
  const user = useUser();
  const client = useQueryClient();
  const [dialogOpen, dialog] = useDisclosure(false);
  const leave = useMutation({ mutationFn: () => signOut(client) });
  return (
    <>
      <Menu position="bottom-end" width={240} withinPortal>
        <Menu.Target>
          <UnstyledButton
            className={classes.target}
            aria-label={`Account of ${user.username}`}
            data-testid="user-menu"
          >
            <Avatar size={32} radius="xl" color="ember" variant="filled">
              <UserRound size={18} aria-hidden />
            </Avatar>
            {!user.has_password && <span className={classes.dot} />}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={classes.who}>
            <strong>{user.username}</strong>
            <span>
              {user.role}
              {user.cities.length > 0 && ` · ${String(user.cities.length)} cities`}
            </span>
          </div>
          <Menu.Divider />
          <Menu.Item leftSection={<KeyRound size={16} aria-hidden />} onClick={dialog.open}>
            {user.has_password ? 'Change password' : 'Set a password'}
          </Menu.Item>
          <Menu.Item
            leftSection={<LogOut size={16} aria-hidden />}
            closeMenuOnClick={false}
            disabled={leave.isPending}
            data-testid="sign-out"
            onClick={() => {
              leave.mutate();
            }}
          >
            {leave.isError ? 'Sign-out failed, try again' : 'Sign out'}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SetPasswordDialog opened={dialogOpen} onClose={dialog.close} user={user} />
    </>
  );
}
