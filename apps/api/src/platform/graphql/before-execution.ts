import { GraphQLError, Kind, valueFromASTUntyped, type DocumentNode } from 'graphql';

/**
 * The compiled plans refuse `$first: Int! = 50` when the variable is not sent, which GraphQL allows: the default is
 * filled in before. Mercurius calls this before each execution.
 */
export function fillDefaults(
  _schema: unknown,
  document: DocumentNode,
  _context: unknown,
  variables: Record<string, unknown> | null | undefined,
) {
  const filled: Record<string, unknown> = {};
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, type, defaultValue } of operation.variableDefinitions ?? [])
      if (defaultValue && type.kind === Kind.NON_NULL_TYPE && variables?.[variable.name.value] === undefined)
        filled[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return Object.keys(filled).length > 0 ? { variables: { ...variables, ...filled } } : {};
}

/** A compiled plan runs the one operation it has, whatever name was asked for; GraphQL refuses a name that is not there. */
export function refuseOtherOperation(_schema: unknown, document: DocumentNode, context: { reply?: { request: { body?: unknown } } }) {
  const { operationName: name } = (context.reply?.request.body ?? {}) as { operationName?: unknown };
  if (!name) return;
  const found = document.definitions.some((d) => d.kind === Kind.OPERATION_DEFINITION && d.name?.value === name);
  if (!found) throw new GraphQLError('operation');
}
