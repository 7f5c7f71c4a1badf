const employee = (description: string) => ({ collection: "hris.employees", description }) as const;
const group = (description: string) => ({ collection: "hris.groups", description }) as const;

/** The people, groups and places of the small company that tests ask for by name. */
export const peopleCast = {
  chiefExecutive: employee("Leads the company: the employee without a manager at the top of the tree."),
  manager: employee("An employee to whom several others report."),
  employee: employee("An ordinary employee, with every field filled that somebody who stays can have."),
  withoutEmail: employee("An employee without any e-mail address."),
  onLeave: employee("An employee who is away for now, with the status LEAVE."),
  leaver: employee("A former employee: INACTIVE, with a last day in the past."),
  newHire: employee("An employee whose first day of work lies ahead, with the status PENDING."),
  partTimer: employee("An employee who works part of the week."),
  contractor: employee("Somebody on a contract that ends, paid by the day."),
  workingStudent: employee("A working student, with half of the usual hours."),
  chainOfFour: employee("An employee with four managers, one above the other."),
  unmappedEmploymentType: employee("An employee whose type of employment is the tool's own raw value."),
  umlautName: employee("An employee whose name has umlauts, a sharp s and a hyphen."),
  rightToLeftName: employee("An employee whose name is written in Arabic, from right to left."),
  deletedEmployee: employee("An employee who was deleted in the tool some days ago."),
  erasedEmployee: employee("An employee who was deleted so long ago that only ids and stamps are left."),
  bareEmployee: employee("An employee of whom the tool tells nothing: all that can be null is."),
  withSeveralEmployments: employee("An employee who has had three employments."),
  withSeveralGroups: employee("An employee of a department, two teams, a cost centre and another group."),
  department: group("A department, at the top of a tree of groups."),
  team: group("A team below a department."),
  nestedTeam: group("A team below another team."),
  costCenter: group("A cost centre."),
  groupWithoutType: group("A group of which the tool does not tell a known type."),
  headquarters: { collection: "hris.locations", description: "The location where most people work." },
  locationWithoutAddress: { collection: "hris.locations", description: "A location that has no address." },
  legalEntity: {
    collection: "hris.legal-entities",
    description: "The company itself, which employs most people.",
  },
} as const;
