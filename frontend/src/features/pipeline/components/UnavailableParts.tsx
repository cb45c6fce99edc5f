import { Alert } from '@mantine/core';
import { PlugZap } from 'lucide-react';
import type { Pipeline } from '@/lib/platform';

interface UnavailablePartsProps {
  parts: Pipeline['unavailable'];
  /** Why the last refresh failed; what is shown is then the answer before. */
  failure: Error | null;
}

/** Names what could not be asked, instead of leaving a hole that looks like a zero. */
export function UnavailableParts({ parts, failure }: UnavailablePartsProps) {
  if (parts.length === 0 && failure === null) return null;
  return (
    <Alert
      mb="md"
      color="yellow"
      variant="light"
      title={failure === null ? 'Some parts do not answer' : 'The last refresh failed'}
      icon={<PlugZap size={18} aria-hidden />}
      data-testid="pipeline-unavailable"
    >
      {failure !== null && <div>{failure.message}</div>}
      {parts.map(({ part, reason }) => (
        <div key={part}>
          <strong>{part}</strong>: {reason}
        </div>
      ))}
    </Alert>
  );
}
