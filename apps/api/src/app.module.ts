import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { Actors } from './platform/auth/actors.ts';
import { Tokens } from './platform/auth/tokens.ts';
import { CONFIG, type Config } from './platform/config.ts';
import type { Loaders } from './platform/graphql/loaders.ts';
import { graphqlOptions } from './platform/graphql/options.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { features, loadersOf } from './features.ts';

@Module({
  imports: [
    PlatformModule,
    ...features,
    GraphQLModule.forRootAsync<MercuriusDriverConfig>({
      driver: MercuriusDriver,
      imports: [...features],
      inject: [CONFIG, Tokens, Actors, ...loadersOf],
      useFactory: (config: Config, tokens: Tokens, actors: Actors, ...loaders: { loaders: Loaders }[]) =>
        graphqlOptions(config, tokens, actors, merged(loaders.map((l) => l.loaders))),
    }),
  ],
})
export class AppModule {}

/** Features extend each other's types: `{ Organisation: … }` may come from several. */
function merged(all: readonly Loaders[]): Loaders {
  const result: Record<string, Loaders[string]> = {};
  for (const loaders of all) for (const [type, fields] of Object.entries(loaders)) result[type] = { ...result[type], ...fields };
  return result;
}
