import { useState } from 'react';
import { Button, TextButton } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { VolunteeringPartsFragment, WorkPackagePartsFragment } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import { WorkPackageDialog } from './work-package-dialog.tsx';
import { WorkPackageRow } from './work-package-row.tsx';

type WorkPackagesProps = {
  group: Group;
  workPackages: readonly WorkPackagePartsFragment[];
  volunteerings: readonly VolunteeringPartsFragment[];
};

/** What the group has taken upon itself, with who does it (V:) and until when (T:). */
export function WorkPackages({ group, workPackages, volunteerings }: WorkPackagesProps) {
  const [adding, add] = useState(false);
  const mayAdd = group.viewerCan.lead && group.status !== 'CLOSED';
  if (workPackages.length === 0 && !mayAdd) return null;
  return (
    <Section
      title="Arbeitspakete"
      aside={
        mayAdd &&
        workPackages.length > 0 && (
          <TextButton icon="add" onClick={() => add(true)}>
            Arbeitspaket anlegen …
          </TextButton>
        )
      }
    >
      {workPackages.length === 0 ? (
        <EmptyState
          action={
            <Button icon="add" onClick={() => add(true)}>
              Arbeitspaket anlegen …
            </Button>
          }
        >
          Es ist noch kein Arbeitspaket beschrieben.
        </EmptyState>
      ) : (
        <ul className="ui-list" role="list">
          {workPackages.map((workPackage, index) => (
            <WorkPackageRow
              key={workPackage.id}
              group={group}
              workPackage={workPackage}
              number={group.number ? `${group.number}.${index + 1}` : `${index + 1}`}
              volunteerings={volunteerings}
            />
          ))}
        </ul>
      )}
      {adding && <WorkPackageDialog groupId={group.id} workPackage={null} onClose={() => add(false)} />}
    </Section>
  );
}
