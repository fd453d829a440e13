import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyRequest } from 'fastify';
import { isStorable } from '@kollab/contract';
import { authenticate } from '../auth/authenticate.ts';
import type { Actors } from '../auth/actors.ts';
import type { Tokens } from '../auth/tokens.ts';
import type { Config } from '../config.ts';
import { fail } from '../fail.ts';
import type { RequestContext } from './context.ts';
import { documentLimits } from './document-limits.ts';
import type { Loaders } from './loaders.ts';
import { formatErrors } from './refusals.ts';
import { scalars } from './scalars.ts';

interface GraphqlRequest {
  query?: unknown;
  variables?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } };
}

/** No GraphQL begins so. Mercurius would take a syntax tree written as JSON for a document, and stumble over any other JSON. */
const isJson = /^\s*(?:\{\s*"|[["\d-]|(?:true|false|null)\s*$)/;

/** Strings that PostgreSQL cannot store are refused wherever they stand in the variables. */
function refuseUnstorable(value: unknown): void {
  if (typeof value === 'string' && !isStorable(value)) throw fail('invalid');
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) refuseUnstorable(inner);
}

export function graphqlOptions(config: Config, tokens: Tokens, actors: Actors, loaders: Loaders): Omit<MercuriusDriverConfig, 'driver'> {
  const refused = new WeakSet<FastifyRequest>();
  return {
    typePaths: [join(import.meta.dirname, '../../../src/**/schema.graphql')],
    resolvers: scalars,
    // Compiled per document after the second use. One operation a document: the plan is cached by source.
    jit: 1,
    path: '/graphql',
    graphiql: false,
    allowBatchedQueries: false,
    csrfPrevention: true,
    loaders: loaders as never,
    errorFormatter: formatErrors,
    validationRules: [documentLimits],
    context: async (request: FastifyRequest): Promise<RequestContext> => {
      // Mercurius makes a context for its error handler too; a second refusal there would answer 500.
      if (refused.has(request)) return { session: null, actor: null, address: request.ip };
      try {
        const { query, variables } = (request.body ?? {}) as GraphqlRequest;
        if (typeof query === 'string' && isJson.test(query)) throw fail('invalid');
        refuseUnstorable(variables);
        return { ...(await authenticate(request, tokens, actors)), address: request.ip };
      } catch (error) {
        refused.add(request);
        throw error;
      }
    },
    ...(config.TRUSTED_DOCUMENTS && { persistedQueryProvider: trustedDocuments(config) }),
  };
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
