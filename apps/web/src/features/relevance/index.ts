export { Wishes } from './wishes.tsx';
