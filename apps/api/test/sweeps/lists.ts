import { getNamedType, getNullableType, isLeafType, isListType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { sweeps } from './collected.ts';
import { gatheredBy } from './crowd.ts';
import { readSchema } from './schema.ts';
import type { Crowd, Place } from './sweep.ts';

/** Where this list of the schema is found in a crowd. */
export function placeOf(name: string, crowd: Crowd, count: number): Place {
  const feature = sweeps.findIndex(({ sweep }) => name in (sweep.lists ?? {}));
  return sweeps[feature]!.sweep.lists![name]!(gatheredBy(crowd, feature), count);
}

const schema = readSchema();
type Field = GraphQLField<unknown, unknown>;
const isPage = (type: GraphQLObjectType): boolean => type.name.endsWith('Page');

/** Every field that answers with many objects. */
export const lists: { name: string; field: Field }[] = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !isPage(type))
  .flatMap((type) => Object.values((type as GraphQLObjectType).getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
  .filter(({ field }) => {
    const type = getNamedType(field.type);
    return isObjectType(type) && (isPage(type) || isListType(getNullableType(field.type)));
  });

/** All that a row has: its own values, and of what it points to that it is there. Each batch is asked for once. */
function rowOf(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map((field) => (isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`))
    .join(' ');
}

export function listDocument({ field }: { field: Field }, { path, args = '' }: Place, cursor?: string): string {
  const type = getNamedType(field.type) as GraphQLObjectType;
  const nodes = type.getFields()['nodes'];
  const row = rowOf((nodes ? getNamedType(nodes.type) : type) as GraphQLObjectType);
  const all = [args, cursor !== undefined && `after: ${JSON.stringify(cursor)}`].filter(Boolean).join(', ');
  const list = `${field.name}${all && `(${all})`} { ${nodes ? `nodes { ${row} }` : row} }`;
  return `{ ${[...path, list].reduceRight((inner, step) => `${step} { ${inner} }`)} }`;
}

/** The rows that were answered, wherever they stand. */
export function rowsIn(data: unknown, place: Place, { field }: { field: Field }): unknown[] {
  let at = data as Record<string, unknown>;
  for (const step of place.path) {
    const next = at[step.replace(/\(.*/, '')];
    at = (Array.isArray(next) ? next[0] : next) as Record<string, unknown>;
  }
  const found = at[field.name];
  return Array.isArray(found) ? found : (found as { nodes: unknown[] }).nodes;
}
