import type { ComponentProps } from 'react';
import { OrgMark } from '../../ui/marks.tsx';
import { markOf, useViewer } from './viewer.ts';

type Marked = Parameters<typeof markOf>[1] & { id: string; code: ComponentProps<typeof OrgMark>['code']; title: string };

/** Who takes part, at the end of a row. */
export function OrganisationMarks({ organisations }: { organisations: readonly Marked[] }) {
  const viewer = useViewer();
  return (
    <div className="ui-orgs">
      {organisations.map((organisation) => (
        <OrgMark
          key={organisation.id}
          size="small"
          code={organisation.code}
          kind={markOf(viewer, organisation)}
          name={organisation.title}
        />
      ))}
    </div>
  );
}
