export { OrganisationMarks } from './organisation-marks.tsx';
export { isNewcomer, markOf, useViewer, ViewerContext, type Viewer } from './viewer.ts';
export { organisationRoleWords } from './words.ts';
