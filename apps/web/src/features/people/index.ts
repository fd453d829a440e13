export { isNewcomer, markOf, useViewer, ViewerContext, type Viewer } from './viewer.ts';
export { organisationRoleWords } from './words.ts';
