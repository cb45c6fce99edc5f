export { ApiError, type ProblemKind } from './problem';
export { get, post, postForNothing, type QueryParameters } from './request';
