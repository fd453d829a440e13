import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyRequest } from 'fastify';
import { isStorable } from '@kollab/contract';
import { authenticate } from '../auth/authenticate.ts';
import type { Actors } from '../auth/actors.ts';
import type { Tokens } from '../auth/tokens.ts';
import type { Config } from '../config.ts';
import { fail } from '../fail.ts';
import { root } from '../root.ts';
import type { RequestContext } from './context.ts';
import { rememberedDocuments, textBounds } from './document-limits.ts';
import { fieldResolvers, type Loaders } from './loaders.ts';
import { formatErrors } from './refusals.ts';
import { scalars } from './scalars.ts';

interface GraphqlRequest {
  query?: unknown;
  variables?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } };
}

/** Of the compiler, Nest's type knows nothing. */
type Options = Omit<MercuriusDriverConfig, 'driver'> & { compilerOptions: { disableLeafSerialization: boolean } };

/** No GraphQL begins so. Mercurius would take a syntax tree written as JSON for a document, and stumble over any other JSON. */
const isJson = /^\s*(?:\{\s*"|[["\d-]|(?:true|false|null)\s*$)/;

/** How deep variables may be nested (an input with a list of inputs is four), and how many values they may hold. */
const variableBounds = { depth: 12, values: 5_000 };

/** Strings that PostgreSQL cannot store are refused wherever they stand in the variables, and so are variables without measure. */
function refuseUnstorable(variables: unknown): void {
  let level: unknown[] = [variables];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length;
    if (depth > variableBounds.depth || values > variableBounds.values) throw fail('invalid');
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string' && !isStorable(value)) throw fail('invalid');
      // A list's own length is known before anything is copied.
      if (Array.isArray(value) && value.length > variableBounds.values) throw fail('invalid');
      if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) below.push(inner);
    }
    level = below;
  }
}

export function graphqlOptions(config: Config, tokens: Tokens, actors: Actors, loaders: Loaders): Options {
  const arrived = new WeakSet<FastifyRequest>();
  return {
    typeDefs: typeDefinitions(),
    resolvers: { ...scalars, ...fieldResolvers(loaders) } as never,
    // Compiled per document after the second use. One operation a document: the plan is cached by source.
    jit: 1,
    // A document's first use, not compiled yet, does check each leaf, so that tests find what is not of its type. To check them in
    // every answer makes a quarter of all that reading a page leaves to the garbage collector.
    compilerOptions: { disableLeafSerialization: true },
    path: '/graphql',
    graphiql: false,
    allowBatchedQueries: false,
    csrfPrevention: true,
    additionalRouteOptions: {
      preHandler: (request, _reply, done) => {
        arrived.add(request);
        done();
      },
    },
    errorFormatter: formatErrors,
    cache: rememberedDocuments,
    graphql: { parseOptions: { maxLexicalTokens: textBounds.tokens } },
    context: async (request: FastifyRequest): Promise<RequestContext> => {
      // Mercurius makes a context for its error handler too, of what was refused before or here; a second refusal would answer 500.
      if (!arrived.delete(request)) return { session: null, actor: null, address: request.ip };
      const { query, variables } = (request.body ?? {}) as GraphqlRequest;
      if (typeof query === 'string' && (query.length > textBounds.characters || isJson.test(query))) throw fail('invalid');
      refuseUnstorable(variables);
      return { ...(await authenticate(request, tokens, actors)), address: request.ip };
    },
    ...(config.TRUSTED_DOCUMENTS && { persistedQueryProvider: trustedDocuments(config) }),
  };
}

/** The files are parts of one schema, and stand together as they are: to merge them costs a start more than anything else of it. */
function typeDefinitions(): string {
  const folder = join(root, 'apps/api/src');
  return globSync('**/schema.graphql', { cwd: folder })
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

/** hash → text of the built web's operations; no other text is executed. */
function trustedDocuments(config: Config) {
  const manifest = join(config.WEB_DIST, 'operations.json');
  const texts = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>) : {};
  return {
    isPersistedQuery: () => true, // so that a text is never executed
    getHash: (request: object) => {
      const hash = (request as GraphqlRequest).extensions?.persistedQuery?.sha256Hash;
      return typeof hash === 'string' ? hash : '';
    },
    getQueryFromHash: (hash: string) => Promise.resolve(Object.hasOwn(texts, hash) ? texts[hash] : undefined),
    isPersistedQueryRetry: () => false,
    notFoundError: 'invalid',
    notSupportedError: 'invalid',
  };
}
