import type { ApolloClient } from '@apollo/client';
import { fingerprintOf, forget, inputOf, keep, kept, subscription } from './browser.ts';
import { OwnPushDocument, SubscribeToPushDocument, UnsubscribeFromPushDocument } from './documents.generated.ts';

/**
 * Once for each page load, so that this browser never shows one person the messages of another. If somebody else switched messages on
 * here and never signed out, or this person removed this browser on another device, the subscription ends. If the browser replaced
 * its endpoint by itself, the platform is told the new one.
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

/** Milliseconds that signing out waits at most. */
const patience = 3_000;

/** Runs before somebody signs out. If the platform cannot be told now, the push service will tell it that the subscription is gone. */
export async function leave(client: ApolloClient): Promise<void> {
  const own = await subscription();
  if (!own) return;
  const told = client.mutate({ mutation: UnsubscribeFromPushDocument, variables: { endpoint: own.endpoint } });
  await Promise.race([Promise.allSettled([told, forget()]), new Promise((resolve) => setTimeout(resolve, patience))]);
}
