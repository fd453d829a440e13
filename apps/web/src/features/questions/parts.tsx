import { Tabs } from '../../ui/tabs.tsx';

/** Questions belong to the Sprechstunden: the same tabs as on the pages there. */
export const QuestionParts = () => (
  <Tabs
    label="Bereiche der Sprechstunden"
    tabs={[
      { to: '/sprechstunden', label: 'Termine', end: true },
      { to: '/sprechstunden/themenwuensche', label: 'Themenwünsche' },
      { to: '/fragen', label: 'Fragen' },
      { to: '/faq', label: 'FAQ' },
    ]}
  />
);
