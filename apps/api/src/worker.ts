import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';
import { readConfig } from './platform/config.ts';
import { NestLog, openLog } from './platform/http/log.ts';
import { Jobs } from './platform/jobs/jobs.ts';

try {
  const app = await NestFactory.createApplicationContext(AppModule, {
    logger: new NestLog(openLog(readConfig().LOG_LEVEL)),
    abortOnError: false,
  });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.get(Jobs).work();
  process.send?.('ready');
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
