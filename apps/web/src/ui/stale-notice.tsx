import { Button } from './button.tsx';

export type StaleField = { label: string; theirs: string; take: () => void };

type StaleNoticeProps = {
  fields: readonly StaleField[];
  /** How one's own comes to count. */
  how?: string;
};

/** Somebody saved meanwhile: what stands there now, field by field, beside what one has typed. Nothing is lost on either side. */
export function StaleNotice({ fields, how = 'Speichern Sie noch einmal, gilt Ihre.' }: StaleNoticeProps) {
  return (
    <div className="ui-stale" role="alert">
      <p>
        <strong>Jemand hat inzwischen gespeichert.</strong> Ihre Fassung steht unverändert in den Feldern. {how}
      </p>
      {fields.length > 0 && (
        <dl>
          {fields.map((field) => (
            <div key={field.label}>
              <dt>{field.label}, gespeicherte Fassung</dt>
              <dd className="ui-plaintext">{field.theirs || 'leer'}</dd>
              <dd>
                <Button icon="undo" onClick={field.take} aria-label={`Diese Fassung übernehmen: ${field.label}`}>
                  Diese Fassung übernehmen
                </Button>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
