import { parentPort } from 'node:worker_threads';
import { bytesOf, type Sheet } from './pdf-sheet.ts';

/** Where PDFs are made: started by `pdf.service.ts`, and bundled for itself. Types alone are stripped from it in tests. */
parentPort!.on('message', (sheet: Sheet) => {
  void bytesOf(sheet).then(
    (out) => parentPort!.postMessage({ out }),
    (error: unknown) => parentPort!.postMessage({ error: (error as Error).message }),
  );
});
