export { OrganisationField } from './organisation-field.tsx';
