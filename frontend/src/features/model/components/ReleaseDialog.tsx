import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import type { Intent } from './useRelease';

interface ReleaseDialogProps {
  /** What is to be confirmed; null while nothing is. */
  intent: Intent | null;
  champion: string | null;
  pending: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}

function question(
  intent: Intent,
  champion: string | null,
): { title: string; text: string; verb: string } {
  const now = champion ?? 'the baseline';
  if (intent.kind === 'rollback') {
    return {
      title: 'Roll back?',
      text: `The champion before ${now} answers again at once. Orders that are under way are predicted by it from their next stage on.`,
      verb: 'Roll back',
    };
  }
  if (intent.role === 'challenger') {
    return {
      title: `Let ${intent.version} challenge?`,
      text: `It predicts beside ${now}, for comparison only: nobody is shown its answers.`,
      verb: 'Make challenger',
    };
  }
  return {
    title: `Promote ${intent.version}?`,
    text: `It answers instead of ${now} a second from now, for every stage that an order reaches. You can roll back at any time.`,
    verb: 'Promote',
  };
}

/** Asks before roles change. */
export function ReleaseDialog({
  intent,
  champion,
  pending,
  error,
  onConfirm,
  onClose,
}: ReleaseDialogProps) {
  const asked = intent === null ? null : question(intent, champion);
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      title={asked?.title}
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="sm" data-testid="release-dialog">
        {error !== null && (
          <Alert color="red" variant="light" icon={<CircleAlert size={18} aria-hidden />}>
            {error.message}
          </Alert>
        )}
        <Text size="sm">{asked?.text}</Text>
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={pending} onClick={onConfirm}>
            {asked?.verb}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
