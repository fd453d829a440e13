export { markOf, useViewer, ViewerContext, type Viewer } from './viewer.ts';
