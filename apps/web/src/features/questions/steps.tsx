import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import type { QuestionStepPartsFragment } from './documents.generated.ts';
import { stepWords } from './words.ts';

/** What became of it, oldest first. */
export function Steps({ steps }: { steps: readonly QuestionStepPartsFragment[] }) {
  return (
    <Section title="Was daraus wurde">
      {steps.length === 0 ? (
        <p className="ui-meta">Noch ist nichts geschehen.</p>
      ) : (
        <ol className="qst-steps" role="list">
          {steps.map((step) => (
            <li key={step.id}>
              <p>{stepWords(step)}</p>
              {step.reason && <p className="ui-plaintext">{step.reason}</p>}
              <p className="ui-meta">
                <RelativeTime at={step.at} />
                {step.by && `, ${step.by.name}`}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
