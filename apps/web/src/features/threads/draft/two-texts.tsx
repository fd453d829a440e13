import type { ReactNode } from 'react';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';

type TwoTextsProps = {
  title: string;
  mine: string;
  theirs: string;
  mineLabel?: string;
  theirsLabel?: string;
  /** What the two are, in a sentence. */
  children?: ReactNode;
  onChoose: (choice: 'mine' | 'theirs' | 'both') => void;
};

/** Two texts, side by side: nothing is overwritten before somebody has chosen. */
export function TwoTexts({
  title,
  mine,
  theirs,
  mineLabel = 'Ihre Fassung',
  theirsLabel = 'Die gespeicherte Fassung',
  children = <p>Welche Fassung soll gelten?</p>,
  onChoose,
}: TwoTextsProps) {
  return (
    <div className="thr-two">
      <Alert kind="warning" title={title}>
        {children}
      </Alert>
      <div className="thr-two__texts">
        <section aria-label={mineLabel}>
          <h3>{mineLabel}</h3>
          <div className="thr-two__text" tabIndex={0} role="region" aria-label={`Text: ${mineLabel}`}>
            {mine || 'leer'}
          </div>
          <Button onClick={() => onChoose('mine')}>Diese Fassung behalten</Button>
        </section>
        <section aria-label={theirsLabel}>
          <h3>{theirsLabel}</h3>
          <div className="thr-two__text" tabIndex={0} role="region" aria-label={`Text: ${theirsLabel}`}>
            {theirs || 'leer'}
          </div>
          <Button onClick={() => onChoose('theirs')}>Diese Fassung nehmen</Button>
        </section>
      </div>
      <Button variant="quiet" onClick={() => onChoose('both')}>
        Beide Texte untereinander weiterbearbeiten
      </Button>
    </div>
  );
}

/** One below the other, the other's first. */
export const merged = (mine: string, theirs: string): string => `${theirs.trimEnd()}\n\n---\n\n${mine.trimStart()}`;
