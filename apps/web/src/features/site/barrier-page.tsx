import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useLocation } from 'react-router';
import { sentenceOf } from '../../lib/errors.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { BarrierForm } from './barrier-form.tsx';
import { ReportBarrierDocument } from './documents.generated.ts';

/** Where one came from, as the frame's footer hands it over. */
const cameFrom = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string' ? state.from : '';

/** The form with its way to the server. */
export function BarrierReporting() {
  const location = useLocation();
  // One id for all tries, so that a repeated sending makes one report.
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const [report, { loading, error, data }] = useMutation(ReportBarrierDocument);
  return (
    <BarrierForm
      page={cameFrom(location.state)}
      state={data ? 'sent' : loading ? 'sending' : error ? 'failed' : 'open'}
      failure={error && sentenceOf(error)}
      onSend={({ contact, ...rest }) => {
        report({ variables: { input: { clientMutationId, ...rest, contact: contact ?? '' } } }).catch(() => undefined);
      }}
    />
  );
}

/** A page of its own, open to everybody, that every page's footer leads to. */
export function BarrierPage() {
  return (
    <>
      <PageHeader title="Barriere melden" lead="Kommen Sie an einer Stelle nicht weiter? Sagen Sie uns, woran es liegt." />
      <BarrierReporting />
    </>
  );
}
