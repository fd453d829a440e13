/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../generated/schema.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type BarrierReportInput = {
  clientMutationId: string;
  contact: string;
  page: string;
  problem: string;
};

export type SiteTextKey =
  | 'BARRIEREFREIHEIT'
  | 'DATENSCHUTZ'
  | 'IMPRESSUM';

export type SiteTextQueryVariables = Exact<{
  key: Types.SiteTextKey;
}>;


export type SiteTextQuery = { siteText: { key: Types.SiteTextKey, body: string, version: number, updatedAt: string } };

export type ReportBarrierMutationVariables = Exact<{
  input: Types.BarrierReportInput;
}>;


export type ReportBarrierMutation = { reportBarrier: boolean };


export const SiteTextDocument = {"__meta__":{"hash":"167c64cfedd8202f8d3b3cd5db94ebea8dcbd6fba52b4b373b883a0df7f4b1b3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SiteText"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SiteTextKey"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"siteText"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]} as unknown as DocumentNode<SiteTextQuery, SiteTextQueryVariables>;
export const ReportBarrierDocument = {"__meta__":{"hash":"673facd3afb2a3e1bf01a1cc5dd32a85629956739f4e542e9d4d6dabb9cdd476"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportBarrier"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BarrierReportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportBarrier"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<ReportBarrierMutation, ReportBarrierMutationVariables>;