import { Link } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { OwnAbsenceDocument, type AbsencePartsFragment } from './documents.generated.ts';
import { spanWords } from './words.ts';

/** While the viewer is away, and for two weeks after it: how long, and who stood in. While they stand in: for whom. */
export function AbsenceNote() {
  const { data } = useQuery(OwnAbsenceDocument, { fetchPolicy: 'cache-and-network' });
  const sentences = data ? sentencesOf(data.viewer) : [];
  if (sentences.length === 0) return null;
  return (
    <p className="ui-plaintext">
      {sentences.join(' ')} <Link to="/konto#abwesenheit">Abwesenheit ansehen</Link>
    </p>
  );
}

export function sentencesOf({ absence, deputisesFor }: AbsencePartsFragment): string[] {
  const standingIn = deputisesFor.filter(({ phase }) => phase === 'CURRENT').map(({ person }) => person.name);
  return [
    ...(absence?.phase === 'CURRENT'
      ? [`Sie sind ${spanWords(absence)} als abwesend eingetragen.`, ...(absence.deputy ? [`${absence.deputy.name} vertritt Sie.`] : [])]
      : []),
    ...(absence?.phase === 'OVER'
      ? [`Sie waren ${spanWords(absence)} abwesend.`, ...(absence.deputy ? [`${absence.deputy.name} hat vertreten.`] : [])]
      : []),
    ...(standingIn.length > 0 ? [`Sie vertreten zurzeit ${names.format(standingIn)}.`] : []),
  ];
}
const names = new Intl.ListFormat('de-DE');
