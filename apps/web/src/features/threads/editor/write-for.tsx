import { useState } from 'react';
import { useViewer } from '../../people/index.ts';
import { Select } from '../../../ui/field.tsx';

/** For whom somebody writes who belongs to several organisations; null where there is nothing to choose. */
export function useWriteFor() {
  const viewer = useViewer();
  const several = viewer.affiliations.length > 1;
  const [chosen, choose] = useState<string | null>(null);
  const organisationId = several ? (chosen ?? viewer.actsFor?.id ?? viewer.affiliations[0]?.organisation.id ?? null) : null;
  const field = several && (
    <div className="thr-for">
      <Select label="Sie schreiben für" value={organisationId ?? ''} onChange={(event) => choose(event.target.value)}>
        {viewer.affiliations.map(({ id, organisation, function: role }) => (
          <option key={id} value={organisation.id}>
            {role ? `${organisation.title}, ${role}` : organisation.title}
          </option>
        ))}
      </Select>
    </div>
  );
  return { organisationId, field };
}
