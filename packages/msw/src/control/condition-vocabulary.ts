import type { ConditionName } from "../cards/conditions.ts";
import type { Input } from "./inputs.ts";

/** What can be brought about by one call. */
export interface Scenario {
  readonly name: ConditionName;
  /** What it does, in words. */
  readonly does: string;
  /** What it is about unless an integration is named. */
  readonly about: "integration" | "environment";
}

/** What a scenario was applied to: one integration, or the whole environment. */
export interface BroughtAbout {
  readonly scenario: ConditionName;
  readonly does: string;
  readonly integration_id: string | null;
}

/** The calls about test cards and scenarios, as both transports have them. */
export interface ConditionControl {
  /**
   * Brings something about by its name: for an integration, by default the one that the category's calls are best made
   * for, or for every request, where the scenario is about that and no integration is named.
   */
  scenario(name: ConditionName, options?: Input<"scenario">): Promise<BroughtAbout>;
  /** Everything that a scenario can bring about; traits and test cards have the same names. */
  scenarios(): Promise<readonly Scenario[]>;
}
