export { UserMenu } from './components/UserMenu';
