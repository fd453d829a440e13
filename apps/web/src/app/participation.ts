import { ParticipationDocument } from '../features/site/documents.generated.ts';
import { clientOf } from './data.tsx';
import type { Started } from './started.ts';

export async function askParticipation(started: Started) {
  const { data } = await clientOf(started).query({ query: ParticipationDocument });
  return data?.participation ?? null;
}
