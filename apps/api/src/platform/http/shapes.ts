/** As much of JSON Schema as says what a GraphQL request looks like. */
interface Shape {
  type: string | string[];
  properties?: Record<string, Shape>;
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const fits = ({ type, properties = {} }: Shape, value: unknown): boolean =>
  [type].flat().includes(typeOf(value)) &&
  Object.entries(properties).every(([name, shape]) => {
    const held = (value as Record<string, unknown>)[name];
    return held === undefined || fits(shape, held);
  });

/** A schema that says more than is looked at would promise what nobody keeps. */
function refuseOther(schema: Shape): void {
  const others = Object.keys(schema).filter((word) => word !== 'type' && word !== 'properties');
  if (others.length > 0) throw new Error(`a route's schema says ${others.join(', ')}, which nothing checks`);
  Object.values(schema.properties ?? {}).forEach(refuseOther);
}

/**
 * Instead of fastify's validator and serializer, which compile code for any JSON Schema and were a tenth of all that the
 * server loads: the only schema is mercurius' envelope. What is in it, GraphQL and zod check.
 */
export const shapes = {
  compilersFactory: {
    buildValidator:
      () =>
      ({ schema }: { schema: Shape }) => {
        refuseOther(schema);
        return (value: unknown) => (fits(schema, value) ? { value } : { error: new Error('not the shape of a request') });
      },
    buildSerializer: () => () => (answer: unknown) => JSON.stringify(answer),
  },
};
