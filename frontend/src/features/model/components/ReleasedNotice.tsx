import { Alert } from '@mantine/core';
import { CircleCheck, Hourglass } from 'lucide-react';
import { formatClock } from '@/lib/format';
import { etaPredictionsChannel, useSampledRows } from '@/lib/live';
import type { Released } from '../api/releases';

interface ReleasedNoticeProps {
  released: Released;
  zone: string;
  onClose: () => void;
}

/** Follows a change of roles until the first prediction by the new champion is here. */
export function ReleasedNotice({ released, zone, onClose }: ReleasedNoticeProps) {
  const { release, announced } = released;
  const { version, role, effectiveFrom } = release;
  const predictions = useSampledRows(etaPredictionsChannel);
  const live =
    role === 'champion' &&
    predictions.some(
      ({ row }) => row.modelVersion === version && row.madeFor >= (effectiveFrom ?? 0),
    );
  const name = version ?? 'nobody';
  const text = live
    ? `${name} is live: its first predictions have arrived.`
    : !announced
      ? `${name} is ${role}, but Kafka does not answer: the jobs are told as soon as it does.`
      : role === 'challenger'
        ? `${name} is challenger from ${formatClock(effectiveFrom, zone)}.`
        : `${name} is champion from ${formatClock(effectiveFrom, zone)}; waiting for its first prediction.`;
  return (
    <Alert
      mb="md"
      color={live ? 'green' : announced ? 'blue' : 'yellow'}
      variant="light"
      icon={live ? <CircleCheck size={18} aria-hidden /> : <Hourglass size={18} aria-hidden />}
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={onClose}
      role="status"
      data-testid="released-notice"
      data-live={live}
    >
      {text}
    </Alert>
  );
}
