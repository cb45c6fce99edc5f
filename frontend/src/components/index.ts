export { Freshness } from './Freshness';
export { ErrorState, MessageState } from './states/MessageState';
export { PageSkeleton } from './PageSkeleton';
export { PageHeading } from './PageHeading';
export { Panel } from './Panel';
export { Sparkline } from './Sparkline';
export { StateBadge } from './StateBadge';
