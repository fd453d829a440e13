import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isStorable, limits } from '@kollab/contract';

/** For documents that are not ours (development, attacks): the trusted ones stay far below. */
const bounds = { operations: 1, variables: 60, fields: 500, aliases: 40, directives: 20, fragments: 60, depth: 12, cost: 25_000 };
/** Of a text, before it is parsed: the parser calls itself, and what it made is remembered. */
export const textBounds = { characters: 12_000, tokens: 1_200 };
/** So much deeper may a document ask what the schema is: it names the type of a list of a list by its steps. */
const introspectionDepth = 8;
/** How many documents are remembered, and as many refusals; the web has some hundred. */
export const rememberedDocuments = 400;
/** What a list without a size of its own counts as. */
const shortList = 10;

const refusal = (): GraphQLError => new GraphQLError('document');

/**
 * Counts what a document would make the server do, fragments expanded, and refuses it before it is validated: rules of the
 * specification compare each field with each other of the same name. Mercurius calls this before the validation.
 */
export function refuseLargeDocuments(schema: GraphQLSchema, document: DocumentNode, introspection: boolean): void {
  if (exceeds(schema, document, introspection)) throw refusal();
  // Arguments that stand in the document itself; those in variables are looked at with the request.
  visit(document, {
    StringValue({ value }) {
      if (!isStorable(value)) throw refusal();
    },
  });
}

type Count = Record<'fields' | 'aliases' | 'directives' | 'cost', number>;

function exceeds(schema: GraphQLSchema, document: DocumentNode, introspection: boolean): boolean {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION);
  if (operations.length !== bounds.operations || fragments.length > bounds.fragments) return true;
  if (operations.length + fragments.length !== document.definitions.length) return true;
  if (operations.some((o) => (o.variableDefinitions?.length ?? 0) > bounds.variables)) return true;
  const onDefinitions = [...operations, ...fragments, ...operations.flatMap((o) => o.variableDefinitions ?? [])];
  const directives = onDefinitions.reduce((sum, d) => sum + (d.directives?.length ?? 0), 0);
  return !walkAll(schema, document, { fields: 0, aliases: 0, directives, cost: 0 }, introspection);
}

/** false: a bound is reached. */
function walkAll(schema: GraphQLSchema, document: DocumentNode, count: Count, introspection: boolean): boolean {
  const fragments = new Map(document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])));
  const walk = (
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    depth: number,
    times: number,
    paged: boolean,
    open: ReadonlySet<string>,
  ): boolean => {
    if (depth > bounds.depth) return false;
    for (const node of set.selections) {
      count.directives += node.directives?.length ?? 0;
      // Spreads count too: fragments that hold nothing but each other double with every step.
      if (++count.fields > bounds.fields || count.directives > bounds.directives) return false;
      if (node.kind !== Kind.FIELD) {
        const target = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        const name = node.kind === Kind.INLINE_FRAGMENT ? '' : node.name.value;
        // A circle is the business of the specification's own rule.
        if (!target || open.has(name)) continue;
        const on = target.typeCondition ? schema.getType(target.typeCondition.name.value) : type;
        if (!walk(target.selectionSet, on, depth, times, paged, name ? new Set([...open, name]) : open)) return false;
        continue;
      }
      const asksSchema = node.name.value.startsWith('__') && node.name.value !== '__typename';
      if (asksSchema && !introspection) return false;
      if (node.alias) count.aliases++;
      count.cost += times;
      if (count.aliases > bounds.aliases || count.cost > bounds.cost) return false;
      if (!node.selectionSet) continue;
      const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
      const size = field ? sizeOf(node, field, paged) : 1;
      const below = field && isCompositeType(getNamedType(field.type)) ? getNamedType(field.type) : undefined;
      const next = asksSchema ? depth + 1 - introspectionDepth : depth + 1;
      if (!walk(node.selectionSet, below, next, times * size, isPaged(field), open)) return false;
    }
    return true;
  };
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() };
  return document.definitions.every(
    (d) => d.kind !== Kind.OPERATION_DEFINITION || walk(d.selectionSet, roots[d.operation] ?? undefined, 1, 1, false, new Set()),
  );
}

const sizes = (field: GraphQLField<unknown, unknown> | undefined) =>
  field?.args.filter((a) => a.name === 'first' || a.name === 'last') ?? [];
const isPaged = (field: GraphQLField<unknown, unknown> | undefined): boolean => sizes(field).length > 0;

/**
 * How many rows a field may bring: the `first` or `last` that is asked for, else its default, whether it is written down or
 * not (a variable counts as a full page: plans are cached without values). The list in a page has been counted with the page.
 */
function sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>, paged: boolean): number {
  const offered = sizes(field);
  if (offered.length > 0) {
    const asked = (node.arguments ?? []).flatMap(({ name, value }) =>
      !offered.some((a) => a.name === name.value) ? [] : value.kind === Kind.INT ? [Number(value.value)] : [limits.page.default],
    );
    const usual = offered.map((a) => (typeof a.defaultValue === 'number' ? a.defaultValue : 0));
    const size = asked.length > 0 ? Math.max(...asked) : Math.max(...usual) || limits.page.default;
    return Math.max(1, Math.min(size, limits.directoryPage.max));
  }
  return isListType(getNullableType(field.type)) && !paged ? shortList : 1;
}
