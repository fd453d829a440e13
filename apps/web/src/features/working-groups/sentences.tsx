import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { capitalised, countInWords } from '../../lib/counts.ts';

/** The first sentence of the list: where the viewer stands, each figure a link to its list. */
export function listSentence({ mine, joinable }: { mine: number; joinable: number }): ReactNode {
  const open = joinable > 0 && (
    <>
      {' '}
      <Link to="?liste=offen">{capitalised(countInWords(joinable, 'weitere', 'weitere'))}</Link> {joinable === 1 ? 'steht' : 'stehen'} Ihnen
      offen.
    </>
  );
  if (mine === 0)
    return joinable === 0 ? (
      'Sie arbeiten in keiner Arbeitsgruppe mit.'
    ) : (
      <>
        Sie arbeiten noch in keiner Arbeitsgruppe mit.{' '}
        <Link to="?liste=offen">{capitalised(countInWords(joinable, 'Arbeitsgruppe', 'Arbeitsgruppen'))}</Link>{' '}
        {joinable === 1 ? 'steht' : 'stehen'} Ihnen offen.
      </>
    );
  return (
    <>
      Sie arbeiten in <Link to="?liste=meine">{mine === 1 ? 'einer Arbeitsgruppe' : countInWords(mine, '', 'Arbeitsgruppen')}</Link> mit.
      {open}
    </>
  );
}
