export { NextSprechstunde } from './next-sprechstunde.tsx';
