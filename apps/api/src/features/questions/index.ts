export { QuestionsModule } from './module.ts';
export { officesOf } from './policy.ts';
export { QuestionRows, type QuestionRow } from './question-rows.ts';
