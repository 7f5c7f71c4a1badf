import type * as official from "@kombo-api/sdk/models";
import type * as ours from "@kombo-mock/openapi/sdk";

/** Compiles only where each of the two types can be assigned to the other. */
declare function assignableBothWays<Ours, Official>(
  ...proof: [Ours] extends [Official]
    ? [Official] extends [Ours]
      ? []
      : ["the official type is not assignable to ours"]
    : ["our type is not assignable to the official one"]
): void;

// Every type of the integration details, under the name that the official SDK gives it.
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseData,
  official.GetIntegrationsIntegrationIdPositiveResponseData
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseTool,
  official.GetIntegrationsIntegrationIdPositiveResponseTool
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseCategory,
  official.GetIntegrationsIntegrationIdPositiveResponseCategory
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseStatus,
  official.GetIntegrationsIntegrationIdPositiveResponseStatus
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseSetupStatus,
  official.GetIntegrationsIntegrationIdPositiveResponseSetupStatus
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseEndUser,
  official.GetIntegrationsIntegrationIdPositiveResponseEndUser
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseReadModel,
  official.GetIntegrationsIntegrationIdPositiveResponseReadModel
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseReadModelCoverageStatus,
  official.GetIntegrationsIntegrationIdPositiveResponseReadModelCoverageStatus
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseReadModelField,
  official.GetIntegrationsIntegrationIdPositiveResponseReadModelField
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseReadModelFieldCoverageStatus,
  official.GetIntegrationsIntegrationIdPositiveResponseReadModelFieldCoverageStatus
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseWriteAction,
  official.GetIntegrationsIntegrationIdPositiveResponseWriteAction
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseWriteActionCoverageStatus,
  official.GetIntegrationsIntegrationIdPositiveResponseWriteActionCoverageStatus
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseWriteActionField,
  official.GetIntegrationsIntegrationIdPositiveResponseWriteActionField
>();
assignableBothWays<
  ours.GetIntegrationsIntegrationIdPositiveResponseWriteActionFieldCoverageStatus,
  official.GetIntegrationsIntegrationIdPositiveResponseWriteActionFieldCoverageStatus
>();
assignableBothWays<ours.ScopeConfig, official.ScopeConfig>();
assignableBothWays<ours.ReadModelScopeConfigSetting, official.ReadModelScopeConfigSetting>();
assignableBothWays<ours.FieldScopeConfigSetting, official.FieldScopeConfigSetting>();
assignableBothWays<ours.WriteActionScopeConfigSetting, official.WriteActionScopeConfigSetting>();

// What differs does not compile, in either direction.
type Status = ours.GetIntegrationsIntegrationIdPositiveResponseStatus;
type Field = ours.GetIntegrationsIntegrationIdPositiveResponseWriteActionField;

// @ts-expect-error: ours would have a value that the official type lacks.
assignableBothWays<Status | "PAUSED", official.GetIntegrationsIntegrationIdPositiveResponseStatus>();
// @ts-expect-error: ours would lack a value.
assignableBothWays<Exclude<Status, "INVALID">, official.GetIntegrationsIntegrationIdPositiveResponseStatus>();
// @ts-expect-error: ours would lack a key.
assignableBothWays<
  Omit<Field, "id">,
  official.GetIntegrationsIntegrationIdPositiveResponseWriteActionField
>();
// @ts-expect-error: ours would ask for one key more.
assignableBothWays<
  Field & { label: string },
  official.GetIntegrationsIntegrationIdPositiveResponseWriteActionField
>();
// @ts-expect-error: ours would leave a key out at times.
assignableBothWays<Partial<Field>, official.GetIntegrationsIntegrationIdPositiveResponseWriteActionField>();
// @ts-expect-error: on the wire a date-time is a string, to the SDK it is a `Date`.
assignableBothWays<
  { at: string },
  { at: official.GetIntegrationsIntegrationIdPositiveResponseData["created_at"] }
>();
