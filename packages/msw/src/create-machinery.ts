import { createOperationRouter } from "@kombo-mock/contract/judge";
import { customFields, integrationFields, type World } from "@kombo-mock/factories/worlds";
import { operations } from "@kombo-mock/openapi";
import { vendorBaseUrls } from "./doors/fetch.ts";
import type { MockOptions } from "./mock-options.ts";
import type { Assume } from "./request/assumptions.ts";
import { limitsOf } from "./request/limits.ts";
import type { Machinery } from "./request/machinery.ts";
import { lifecycleOptions } from "./state/lifecycle/lifecycle-options.ts";
import { createPartitions } from "./state/partition.ts";
import type { Root } from "./state/root.ts";
import { unserved } from "./unserved.ts";
import { varyingBy } from "./variation/varying.ts";
import { webhookSettings } from "./webhooks/webhook-settings.ts";

/** Makes what requests are handled with, for the life of a mock. */
export function createMachinery(
  {
    domains,
    rejectUnknown = false,
    emit = "all-generations",
    checkAnswer,
    enforceLimits = false,
    onExchange,
    variations,
    varyGiven = false,
    onFinding,
    onWebhook,
    onDelivery,
    webhooks,
    baseUrl = vendorBaseUrls[0],
    ...options
  }: MockOptions,
  given: { seed: number; world: World; date: string; root: Root; assume: Assume },
): Machinery {
  const { seed, world, date, root, assume } = given;
  const names = new Set(domains.map(({ name }) => name));
  // Operations that nobody serves are known too, so that they answer what they are and not that they do not exist.
  const routed = Object.entries(operations).filter(
    ([name, { domain }]) => names.has(domain) || name in unserved,
  );
  // Records of every domain show values of the tool's own fields.
  const recipes = [integrationFields, customFields, ...domains.flatMap(({ collections }) => collections)];
  const behaviours = domains.flatMap((domain) => domain.behaviours);
  return {
    router: createOperationRouter(Object.fromEntries(routed)),
    behaviours: new Map(behaviours.map((behaviour) => [behaviour.operation, behaviour])),
    requestValidators: new Map(domains.map(({ name, requestValidators }) => [name, requestValidators])),
    partitions: createPartitions(
      { name: world.name, layers: world.layers, seed },
      new Map(recipes.map((recipe) => [recipe.name, recipe])),
    ),
    world: { name: world.name, date, root },
    ...{ seed, assume, rejectUnknown, emit, checkAnswer, limits: limitsOf(enforceLimits, assume) },
    ...{ onExchange, onWebhook, onDelivery, onFinding, varying: varyingBy(variations, varyGiven) },
    lifecycle: lifecycleOptions(options),
    webhooks: webhookSettings(webhooks, new URL(baseUrl).origin),
  };
}
