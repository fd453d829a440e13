import { GraphQLScalarType, Kind } from 'graphql';
import { fail, isUuid } from '../fail.ts';

const isoInstant = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString();
  const date = new Date(String(value));
  if (Number.isNaN(date.getTime())) throw fail('invalid');
  return date.toISOString();
};
const uuid = (value: unknown): string => {
  if (typeof value !== 'string' || !isUuid(value)) throw fail('invalid');
  return value.toLowerCase();
};

export const scalars = {
  DateTime: new GraphQLScalarType({
    name: 'DateTime',
    serialize: isoInstant,
    parseValue: isoInstant,
    parseLiteral: (node) => isoInstant(node.kind === Kind.STRING ? node.value : undefined),
  }),
  ClientMutationId: new GraphQLScalarType({
    name: 'ClientMutationId',
    serialize: uuid,
    parseValue: uuid,
    parseLiteral: (node) => uuid(node.kind === Kind.STRING ? node.value : undefined),
  }),
};
