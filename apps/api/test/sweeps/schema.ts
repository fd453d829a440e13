import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildASTSchema, extendSchema, isLeafType, getNamedType, Kind, parse, type GraphQLField, type GraphQLSchema } from 'graphql';

const folder = join(import.meta.dirname, '../../src');

const documents = globSync('**/schema.graphql', { cwd: folder })
  .toSorted()
  .map((file) => ({ folder: dirname(file), definitions: parse(readFileSync(join(folder, file), 'utf8')).definitions }));

const owners = new Map<string, string>(
  documents.flatMap((document) =>
    document.definitions.flatMap((type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.OBJECT_TYPE_EXTENSION
        ? (type.fields ?? []).map((field) => [`${type.name.value}.${field.name.value}`, document.folder] as const)
        : [],
    ),
  ),
);

/** The SDL of all features, as the server puts it together. */
export function readSchema(): GraphQLSchema {
  const definitions = documents.flatMap((document) => document.definitions);
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

/** The folder of the feature that declares this field of an object: `Query.thread`, `Thread.title`. */
export function declaredIn(name: string): string {
  const folder = owners.get(name);
  if (!folder) throw new Error(`no schema.graphql declares ${name}`);
  return folder;
}
