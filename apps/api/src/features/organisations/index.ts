export { organisationGate } from './gate.ts';
export { organisationsById } from './loader.ts';
export { organisationPolicy } from './policy.ts';
