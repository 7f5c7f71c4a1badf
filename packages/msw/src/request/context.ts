import type { CollectionRecipe } from "@kombo-mock/factories/worlds";
import type { Body, Data, Operation, PathParameters, Query } from "@kombo-mock/openapi";
import type { Change } from "../state/change.ts";
import type { CollectionView } from "../state/collection-view.ts";
import type { IntegrationState } from "../state/root.ts";
import type { AssumptionName, Choice } from "./assumptions.ts";
import type { Json } from "./json.ts";

/** What a behaviour of one operation works with: its valid input, and what every behaviour has. */
export interface Context<Op extends Operation> extends RequestContext {
  readonly path: PathParameters<Op>;
  readonly query: Query<Op>;
  readonly body: Body<Op>;
}

/** What every behaviour has: the environment's successor, and ways to say more than data. */
export interface RequestContext {
  /** What the request does to its environment; it is installed when the behaviour returns. */
  readonly change: Change;
  readonly now: number;
  readonly seed: number;
  /** Whether values may be sent that older official SDKs cannot read. */
  readonly emit: "all-generations" | "newest";
  /** The integration that the request is about; it exists. */
  readonly integration: IntegrationState;
  /** How each collection is made and what it relates to. */
  readonly recipes: ReadonlyMap<string, CollectionRecipe>;
  /** A collection of that integration. */
  view(collection: string): CollectionView;
  /** How the pages of its list are varied; undefined where nothing is. */
  readonly pages: ReadonlySet<string> | undefined;
  /** An absolute URL of a path of the mock, as it is reached from where the request came. */
  url(path: string): string;
  /** What is chosen for a guess; the answer then names the guess. */
  assume<Name extends AssumptionName>(name: Name): Choice<Name>;
  /** Adds a warning to the answer; only operations whose answer has `warnings` show it. */
  warn(message: string): void;
}

/** What a behaviour answers: the `data` of the 200. */
export type Outcome<Op extends Operation> = Data<Op> | Json<Data<Op>>;

/** How one operation behaves. */
export interface Behaviour<Op extends Operation> {
  readonly operation: Op;
  readonly run: (context: Context<Op>) => Outcome<Op>;
}

/** A behaviour of some operation, as a table of all holds it: it can be run only with a context made for it. */
export interface AnyBehaviour {
  readonly operation: Operation;
  readonly run: (context: never) => unknown;
  /** Lists that its answer only links to, by their key; undefined for an unknown key. */
  readonly linked?: (source: Pick<RequestContext, "view">, key: string) => readonly object[] | undefined;
}
