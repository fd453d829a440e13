import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useLocation } from 'react-router';
import { sentenceOf } from '../../lib/errors.ts';
import { BarrierForm } from './barrier-form.tsx';
import { ReportBarrierDocument } from './documents.generated.ts';

/** Where one came from, as the frame's footer hands it over. */
const cameFrom = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string' ? state.from : '';

/** The way to report a barrier, open to everybody. */
export function BarrierPage() {
  const { state } = useLocation();
  // One id for all tries, so that a repeated sending makes one report.
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const [report, { loading, error, data }] = useMutation(ReportBarrierDocument);
  return (
    <BarrierForm
      page={cameFrom(state)}
      state={data ? 'sent' : loading ? 'sending' : error ? 'failed' : 'open'}
      failure={error && sentenceOf(error)}
      onSend={({ contact, ...rest }) => {
        report({ variables: { input: { clientMutationId, ...rest, contact: contact ?? '' } } }).catch(() => undefined);
      }}
    />
  );
}
