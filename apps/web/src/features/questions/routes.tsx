import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

type Pages = typeof import('./pages.ts');
const page = (path: string, pick: (pages: Pages) => ComponentType): RouteObject => ({
  path,
  lazy: async () => ({ Component: pick(await import('./pages.ts')) }),
});

/** A part of a group's page, below its head and tabs: `/arbeitsgruppen/:id/fragen` */
export const groupQuestionRoutes = [page('fragen', (all) => all.GroupQuestionsPage)];

export const routes = [
  page('fragen', (all) => all.UnansweredPage),
  page('fragen/:id', (all) => all.QuestionPage),
  page('sprechstunden/:id/leinwand', (all) => all.WallPage),
  page('faq', (all) => all.FaqPage),
  page('faq/:id', (all) => all.FaqEntryPage),
];
