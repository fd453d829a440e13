import { GraphQLScalarType, Kind } from 'graphql';
import { fail, isUuid } from '../fail.ts';

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** What a read left as text is one already; a page of posts has a hundred. */
const shownInstant = (value: unknown): string => (typeof value === 'string' && iso.test(value) ? value : isoInstant(value));
const isoInstant = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString();
  const date = new Date(String(value));
  if (Number.isNaN(date.getTime())) throw fail('invalid');
  return date.toISOString();
};
/** Beyond four digits no calendar goes, and the database has no year 0. */
const askedInstant = (value: unknown): string => {
  const instant = isoInstant(value);
  if (!iso.test(instant) || instant < '1900') throw fail('invalid');
  return instant;
};
const uuid = (value: unknown): string => {
  if (typeof value !== 'string' || !isUuid(value)) throw fail('invalid');
  return value.toLowerCase();
};

export const scalars = {
  DateTime: new GraphQLScalarType({
    name: 'DateTime',
    serialize: shownInstant,
    parseValue: askedInstant,
    parseLiteral: (node) => askedInstant(node.kind === Kind.STRING ? node.value : undefined),
  }),
  ClientMutationId: new GraphQLScalarType({
    name: 'ClientMutationId',
    serialize: uuid,
    parseValue: uuid,
    parseLiteral: (node) => uuid(node.kind === Kind.STRING ? node.value : undefined),
  }),
};
