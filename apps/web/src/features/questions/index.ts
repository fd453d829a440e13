export { CurrentQuestion } from './current-question.tsx';
export { EventQuestions } from './event-questions.tsx';
export { TopicsField } from './topics-field.tsx';
