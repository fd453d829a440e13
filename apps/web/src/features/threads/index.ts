export { threadPages, threadRoutes } from './routes.tsx';
