import 'reflect-metadata';
import { AppModule } from './app.module.ts';
import { readConfig } from './platform/config.ts';
import { createServer } from './platform/http/server.ts';

try {
  const { HOST, PORT } = readConfig();
  const app = await createServer(AppModule);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(PORT, HOST);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
