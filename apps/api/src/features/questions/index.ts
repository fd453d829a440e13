export { QuestionsModule } from './module.ts';
export { present, questionGate, questionView } from './gate.ts';
export { homeOfGroup, homeView, type HomeView } from './homes.ts';
export { officesOf, questionPolicy, type QuestionView } from './policy.ts';
export { knownTopics } from './service.ts';
export { QuestionRows, type QuestionRow } from './question-rows.ts';
