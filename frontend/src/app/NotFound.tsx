import { Button } from '@mantine/core';
import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { MessageState } from '@/components';

export function NotFound() {
  return (
    <MessageState
      icon={<Compass size={28} aria-hidden />}
      title="There is no such page"
      detail="The address may be mistyped, or the page has moved."
      action={
        <Button component={Link} to="/" variant="default">
          To the overview
        </Button>
      }
    />
  );
}
