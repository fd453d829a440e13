export { EventQuestions } from './event-questions.tsx';
