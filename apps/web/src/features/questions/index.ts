export { CurrentQuestion } from './current-question.tsx';
export { EventQuestions } from './event-questions.tsx';
