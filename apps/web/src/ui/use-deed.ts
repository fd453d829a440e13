import { useCallback, useState } from 'react';
import { sentenceOf } from '../lib/errors.ts';
import { useToast, type ToastMessage } from './toast.tsx';

type Deed = {
  busy: boolean;
  /** Answers whether it worked. A refusal is said in a toast; `done` is said when it worked. */
  run: (deed: () => Promise<unknown>, done?: ToastMessage) => Promise<boolean>;
};

/** For a button that does something on the server at once. */
export function useDeed(): Deed {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (deed: () => Promise<unknown>, done?: ToastMessage) => {
      setBusy(true);
      try {
        await deed();
        if (done) toast(done);
        return true;
      } catch (error) {
        toast({ text: sentenceOf(error) });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [toast],
  );
  return { busy, run };
}
