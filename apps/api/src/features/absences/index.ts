export { awayOn } from './days.ts';
export { Deputies, type Deputy } from './deputies.ts';
export { AbsencesModule } from './module.ts';
