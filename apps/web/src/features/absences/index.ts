export { AbsenceNote } from './absence-note.tsx';
