import { Alert } from '../../ui/alert.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Section } from '../../ui/section.tsx';
import type { Group } from './group-context.ts';

/** Why nobody can write here just now. */
export function StatusReason({ group: { status, statusReason } }: { group: Group }) {
  if (status === 'PAUSED')
    return (
      <Alert kind="info" title="Diese Arbeitsgruppe pausiert">
        <p className="ui-plaintext">{statusReason}</p>
        <p>Lesen geht, schreiben nicht.</p>
      </Alert>
    );
  if (status === 'CLOSED')
    return (
      <Section title="Abschlussbericht">
        <Markdown text={statusReason} />
      </Section>
    );
  return null;
}
