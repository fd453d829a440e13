import type { RouteObject } from 'react-router';

/** A part of a group's page, below its head and tabs: `/arbeitsgruppen/:id/fragen` */
export const groupQuestionRoutes: RouteObject[] = [
  { path: 'fragen', lazy: async () => ({ Component: (await import('./group-questions-page.tsx')).GroupQuestionsPage }) },
];

export const routes: RouteObject[] = [
  { path: 'fragen', lazy: async () => ({ Component: (await import('./unanswered-page.tsx')).UnansweredPage }) },
  { path: 'fragen/:id', lazy: async () => ({ Component: (await import('./question-page.tsx')).QuestionPage }) },
  { path: 'faq', lazy: async () => ({ Component: (await import('./faq-page.tsx')).FaqPage }) },
  { path: 'faq/:id', lazy: async () => ({ Component: (await import('./faq-entry-page.tsx')).FaqEntryPage }) },
];
