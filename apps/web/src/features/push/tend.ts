import type { ApolloClient } from '@apollo/client';
import { fingerprintOf, forget, inputOf, keep, kept, subscription } from './browser.ts';
import { OwnPushDocument, SubscribeToPushDocument, UnsubscribeFromPushDocument } from './documents.generated.ts';

/**
 * Once a page load: this browser tells nobody what is not theirs. Somebody else switched messages on here and never signed
 * out, or this person removed the browser from another one: it ends here too. An address that the browser changed by itself
 * is told to the platform.
 */
export async function tend(client: ApolloClient, subject: string | null): Promise<void> {
  const own = await subscription();
  if (!own) return;
  const before = kept();
  const { data } = await client.query({ query: OwnPushDocument, fetchPolicy: 'network-only' });
  if (!data) return;
  const fingerprint = await fingerprintOf(own);
  const known = data.viewer.push.devices.some((device) => device.fingerprint === fingerprint);
  if (known) return;
  if (before?.subject === subject && before.fingerprint !== fingerprint && data.viewer.push.publicKey !== null) {
    await client.mutate({ mutation: SubscribeToPushDocument, variables: { input: inputOf(own) } });
    keep({ subject, fingerprint });
  } else await forget();
}

/** Nobody waits longer to be signed out. */
const patience = 3_000;

/** Before somebody signs out. What cannot be told now, the push service tells: the address is dead either way. */
export async function leave(client: ApolloClient): Promise<void> {
  const own = await subscription();
  if (!own) return;
  const told = client.mutate({ mutation: UnsubscribeFromPushDocument, variables: { endpoint: own.endpoint } });
  await Promise.race([Promise.allSettled([told, forget()]), new Promise((resolve) => setTimeout(resolve, patience))]);
}
