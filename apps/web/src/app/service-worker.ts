/// <reference lib="webworker" />
import { listenForPushes } from '../features/push/service-worker.ts';
import { openWithoutConnection, type BuiltFile } from '../features/offline/service-worker.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build. */
declare const builtFiles: BuiltFile[];

/** Runs beside the pages, also while none is open. Each feature brings its own part. */
openWithoutConnection(self, builtFiles);
listenForPushes(self);
