export { returnPath, signInPath } from './returnPath';
export { endSession, sessionQuery, signIn, signOut, type Credentials, type User } from './session';
export { useUser } from './useUser';
