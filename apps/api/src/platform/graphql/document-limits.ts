import { GraphQLError, Kind, type ASTVisitor, type DocumentNode, type SelectionSetNode, type ValidationContext } from 'graphql';
import { isStorable } from '@kollab/contract';

/** For documents that are not ours (development, attacks): the trusted ones stay far below. */
const bounds = { operations: 1, fields: 2_000, aliases: 40, directives: 20, fragments: 60, depth: 12, cost: 50_000 };

const refuse = (context: ValidationContext): void => context.reportError(new GraphQLError('document'));

/**
 * Counts what a document would make the server do, fragments expanded, and refuses it before execution. A list field
 * multiplies what is below it by its `first` or `last` (a variable counts as 50: plans are cached without values).
 */
export const documentLimits = (context: ValidationContext): ASTVisitor => ({
  Document(document: DocumentNode) {
    if (exceeds(document)) refuse(context);
  },
  // Arguments that stand in the document itself; those in variables are looked at with the request.
  StringValue({ value }) {
    if (!isStorable(value)) refuse(context);
  },
});

function exceeds(document: DocumentNode): boolean {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d.selectionSet]] : [])),
  );
  if (operations.length !== bounds.operations || fragments.size > bounds.fragments) return true;
  const count = { fields: 0, aliases: 0, directives: 0, cost: 0 };
  /** false: stop, a bound is reached. */
  const walk = (set: SelectionSetNode, depth: number, times: number, open: ReadonlySet<string>): boolean => {
    if (depth > bounds.depth) return false;
    for (const node of set.selections) {
      count.directives += node.directives?.length ?? 0;
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const name = node.name.value;
        const target = fragments.get(name);
        // A circle is the business of the specification's own rule.
        if (target && !open.has(name) && !walk(target, depth, times, new Set([...open, name]))) return false;
        continue;
      }
      if (node.kind === Kind.INLINE_FRAGMENT) {
        if (!walk(node.selectionSet, depth, times, open)) return false;
        continue;
      }
      count.fields++;
      if (node.alias) count.aliases++;
      count.cost += times;
      if (
        count.fields > bounds.fields ||
        count.aliases > bounds.aliases ||
        count.directives > bounds.directives ||
        count.cost > bounds.cost
      )
        return false;
      if (node.selectionSet) {
        const size = node.arguments?.find((a) => a.name.value === 'first' || a.name.value === 'last')?.value;
        const asked = size?.kind === Kind.INT ? Number(size.value) : size?.kind === Kind.VARIABLE ? 50 : 1;
        const below = times * Math.max(1, Math.min(asked, 250));
        if (!walk(node.selectionSet, depth + 1, below, open)) return false;
      }
    }
    return true;
  };
  return !operations.every((o) => walk(o.selectionSet, 1, 1, new Set()));
}
