type Row = Readonly<Record<string, unknown>>;
type Condition = Readonly<Record<string, unknown>>;

const isCondition = (value: unknown): value is Condition => typeof value === 'object' && value !== null && !(value instanceof Date);
const all = (conditions: unknown): Condition[] => (Array.isArray(conditions) ? (conditions as Condition[]) : [conditions as Condition]);

const operators: Record<string, (value: unknown, given: unknown) => boolean> = {
  in: (value, given) => (given as readonly unknown[]).includes(value),
  not: (value, given) => value !== given,
  gt: (value, given) => value !== null && (value as number) > (given as number),
  some: (value, given) => (value as Row[]).some((row) => matches(given as Condition, row)),
};

/** What a column holds, or a row that it points to. An empty condition excludes nothing. */
function fits(value: unknown, given: unknown): boolean {
  if (!isCondition(given)) return value === given;
  const keys = Object.keys(given);
  if (keys.every((key) => key in operators)) return keys.every((key) => operators[key]!(value, given[key]));
  return matches(given, value as Row);
}

/**
 * As much of Prisma's `where` as the conditions of policies use, on rows that stand in memory: so that a condition can be
 * compared with its rule without a database. That Prisma reads it the same way is proven with one (`visible.spec.ts`).
 */
export function matches(where: Condition, row: Row): boolean {
  return Object.entries(where).every(([key, given]) => {
    switch (key) {
      case 'AND':
        return all(given).every((condition) => matches(condition, row));
      case 'OR':
        return all(given).some((condition) => matches(condition, row));
      case 'NOT':
        return !all(given).some((condition) => matches(condition, row));
      default:
        if (!(key in row)) throw new Error(`the row has no ${key}`);
        return fits(row[key], given);
    }
  });
}
