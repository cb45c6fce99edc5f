import { Alert } from '@mantine/core';
import { History } from 'lucide-react';
import { formatDateTime } from '@/lib/format';
import type { ReferenceTime } from '@/lib/clock';

/** Says that what is shown is of another time, as in a replayed month or after a long silence. */
export function PastNotice({ reference, zone }: { reference: ReferenceTime; zone: string }) {
  if (!reference.historic) return null;
  return (
    <Alert
      mb="md"
      color="blue"
      variant="light"
      icon={<History size={18} aria-hidden />}
      data-testid="past-notice"
    >
      The newest data is from {formatDateTime(reference.at, zone)}. Rates and ages are counted from
      there.
    </Alert>
  );
}
