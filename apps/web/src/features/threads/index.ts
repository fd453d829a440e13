export { threadPages } from './routes.tsx';
