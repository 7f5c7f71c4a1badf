import type { Control } from "./control.ts";
import { faultWords } from "./fault-words.ts";
import { tokenOf } from "./link-token.ts";
import { promisedWebhooks } from "./promised-webhooks.ts";
import type { MockControl } from "./vocabulary.ts";
import type { InProcessWebhooks } from "./webhook-vocabulary.ts";

/** The control calls under their public names; every call returns a promise, as it does over HTTP. */
export function promised(
  control: Control,
  secret: string,
): Omit<MockControl, "fork"> & { readonly webhooks: InProcessWebhooks } {
  return {
    reset: async (options) => control.reset(options),
    snapshot: async () => control.snapshot(),
    restore: async (snapshot) => control.restore(snapshot),
    scenario: async (name, options) => control.scenario(name, options),
    scenarios: async () => control.listScenarios(),
    exportState: async () => control.exportState(),
    importState: async (state) => control.importState(state),
    integrations: {
      list: async () => control.listIntegrations(),
      cards: async () => control.listCards(),
      create: async (integration) => control.createIntegration(integration),
      update: async (id, changes) => control.updateIntegration(id, changes),
      remove: async (id) => control.removeIntegration(id),
      setScope: async (id, scope) => control.setScope(id, scope),
      setCustomFields: async (id, fields) => control.setCustomFields(id, fields),
    },
    // What these answer has the types that the vocabulary gives it: it comes from the collection's recipe, as they do.
    find: async (...call) => control.findRecords(...call) as never,
    create: async (...call: Parameters<Control["createRecords"]>) => control.createRecords(...call) as never,
    update: async (...call: Parameters<Control["updateRecords"]>) => control.updateRecords(...call) as never,
    remove: async (...call) => control.removeRecords(...call),
    purge: async (...call) => control.purgeRecords(...call),
    ...faultWords({
      faults: {
        add: async (fault) => control.addFault(fault),
        list: async (which) => control.listFaults(which),
        remove: async (which) => control.removeFaults(which),
      },
      stubs: {
        add: async (stub) => control.addStub(stub),
        list: async (which) => control.listStubs(which),
        remove: async (which) => control.removeStubs(which),
      },
    }),
    connect: async (link, choice) => control.finish(control.connect(tokenOf(link), choice)),
    sync: async (id, end) => control.finish(control.sync(id, end)),
    passthrough: async (tool, api, answer) => control.setPassthrough({ ...answer, tool, api }),
    requests: async (operation) => control.requests(operation),
    contract: async () => control.contract(),
    label: async (label) => {
      control.setLabel({ label });
    },
    expectViolation: async (expected) => control.expectViolation(expected),
    expectations: async () => control.listExpectations(),
    clock: {
      now: async () => control.now(),
      set: async (instant) => control.finish(control.moveClock({ now: instant })),
      advance: async (duration) => control.finish(control.moveClock({ advance: duration })),
    },
    settle: async (options) => control.settle(options),
    webhooks: promisedWebhooks(control, secret),
    orderAssessment: async (order) => control.orderAssessment(order),
  };
}
