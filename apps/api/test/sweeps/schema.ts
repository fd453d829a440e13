import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, extendSchema, isLeafType, getNamedType, Kind, parse, type GraphQLField, type GraphQLSchema } from 'graphql';

const folder = join(import.meta.dirname, '../../src');

/** The SDL of all features, as the server puts it together. */
export function readSchema(): GraphQLSchema {
  const files = globSync('**/schema.graphql', { cwd: folder }).toSorted();
  const { definitions } = parse(files.map((f) => readFileSync(join(folder, f), 'utf8')).join('\n'));
  const isExtension = (d: { kind: string }) => d.kind.endsWith('Extension');
  const base = buildASTSchema({ kind: Kind.DOCUMENT, definitions: definitions.filter((d) => !isExtension(d)) }, { assumeValidSDL: true });
  return extendSchema(base, { kind: Kind.DOCUMENT, definitions: definitions.filter(isExtension) });
}

/** An operation of one root field that asks for nothing but its existence. */
export function documentOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>, given: readonly string[]): string {
  const args = field.args.filter((a) => given.includes(a.name));
  const variables = args.length > 0 ? `(${args.map((a) => `$${a.name}: ${a.type}`).join(', ')})` : '';
  const call = args.length > 0 ? `(${args.map((a) => `${a.name}: $${a.name}`).join(', ')})` : '';
  return `${kind}${variables} { ${field.name}${call}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'} }`;
}

/** How a table differs from what it has to name, once each: every line says what to write, and where. Empty: in nothing. */
export function gaps(file: string, wanted: readonly string[], named: readonly string[]): string[] {
  const twice = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) < i);
  return [
    ...wanted.filter((name) => !named.includes(name)).map((name) => `${name}: has no line in ${file}`),
    ...named.filter((name) => !wanted.includes(name)).map((name) => `${name}: has a line in ${file}, and nothing is called so`),
    ...[...twice(wanted), ...twice(named)].map((name) => `${name}: stands there twice`),
  ];
}
