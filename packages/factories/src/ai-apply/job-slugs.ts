/** Jobs as the addresses of their postings spell them. */
export const jobTitles = [
  ...["warehouse-planner", "baker", "shift-lead", "delivery-driver", "store-assistant", "quality-inspector"],
  ...["maintenance-technician", "payroll-specialist", "customer-advisor", "food-chemist"],
] as const;
