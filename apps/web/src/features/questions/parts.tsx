import { Tabs } from '../../ui/tabs.tsx';

/** Questions and what became lasting answers belong together. */
export const QuestionParts = () => (
  <Tabs
    label="Fragen und Antworten"
    tabs={[
      { to: '/fragen', label: 'Fragen ohne Antwort' },
      { to: '/faq', label: 'FAQ' },
    ]}
  />
);
