/** Small, and read one after the other: one chunk for all. */
export { FaqEntryPage } from './faq-entry-page.tsx';
export { FaqPage } from './faq-page.tsx';
export { GroupQuestionsPage } from './group-questions-page.tsx';
export { QuestionPage } from './question-page.tsx';
export { UnansweredPage } from './unanswered-page.tsx';
export { WallPage } from './wall-page.tsx';
