/** The departments of a company. */
export const departments = [
  "Engineering",
  "Product",
  "Design",
  "Sales",
  "Marketing",
  "Customer Success",
  "Finance",
  "People",
  "Legal",
  "Operations",
] as const;

/** A department of a company. */
export type Department = (typeof departments)[number];

type Titles = Readonly<Record<0 | 1 | 2 | 3 | 4, readonly string[]>>;

/** What people are called, from those who lead a department to those who begin in it. */
export const titles: Readonly<Record<Department, Titles>> = {
  Engineering: {
    0: ["Chief Technology Officer", "VP Engineering"],
    1: ["Head of Platform", "Engineering Director", "Engineering Manager"],
    2: ["Staff Engineer", "Senior Software Engineer", "Senior Data Engineer", "Lead QA Engineer"],
    3: ["Software Engineer", "Backend Engineer", "Frontend Engineer", "Data Engineer", "DevOps Engineer"],
    4: ["Junior Software Engineer", "Associate QA Engineer", "Working Student Engineering"],
  },
  Product: {
    0: ["Chief Product Officer", "VP Product"],
    1: ["Director of Product", "Group Product Manager"],
    2: ["Senior Product Manager", "Lead Product Analyst"],
    3: ["Product Manager", "Product Analyst", "Technical Writer"],
    4: ["Associate Product Manager", "Junior Product Analyst"],
  },
  Design: {
    0: ["Chief Design Officer", "VP Design"],
    1: ["Head of Design", "Design Manager"],
    2: ["Senior Product Designer", "Senior UX Researcher"],
    3: ["Product Designer", "UX Researcher", "Brand Designer"],
    4: ["Junior Product Designer", "Junior Visual Designer"],
  },
  Sales: {
    0: ["Chief Revenue Officer", "VP Sales"],
    1: ["Regional Sales Director", "Head of Sales Development", "Sales Manager"],
    2: ["Senior Account Executive", "Enterprise Account Executive", "Senior Solutions Consultant"],
    3: ["Account Executive", "Solutions Consultant", "Sales Operations Analyst"],
    4: ["Sales Development Representative", "Junior Account Manager"],
  },
  Marketing: {
    0: ["Chief Marketing Officer", "VP Marketing"],
    1: ["Head of Growth", "Marketing Director", "Marketing Manager"],
    2: ["Senior Content Strategist", "Senior Product Marketing Manager"],
    3: ["Content Manager", "Campaign Manager", "Product Marketing Manager", "Events Manager"],
    4: ["Marketing Coordinator", "Social Media Assistant"],
  },
  "Customer Success": {
    0: ["Chief Customer Officer", "VP Customer Success"],
    1: ["Head of Support", "Customer Success Director"],
    2: ["Senior Customer Success Manager", "Support Team Lead"],
    3: ["Customer Success Manager", "Onboarding Specialist", "Support Engineer"],
    4: ["Customer Support Agent", "Junior Onboarding Specialist"],
  },
  Finance: {
    0: ["Chief Financial Officer", "VP Finance"],
    1: ["Financial Controller", "Head of Accounting", "Finance Manager"],
    2: ["Senior Accountant", "Senior Financial Analyst", "Payroll Lead"],
    3: ["Accountant", "Financial Analyst", "Payroll Specialist", "Procurement Specialist"],
    4: ["Accounts Payable Clerk", "Junior Accountant", "Finance Assistant"],
  },
  People: {
    0: ["Chief People Officer", "VP People"],
    1: ["Head of Talent Acquisition", "Head of People Operations", "HR Manager"],
    2: ["Senior HR Business Partner", "Senior Recruiter"],
    3: ["HR Business Partner", "Recruiter", "People Operations Specialist", "Learning Specialist"],
    4: ["HR Assistant", "Recruiting Coordinator"],
  },
  Legal: {
    0: ["General Counsel", "Chief Legal Officer"],
    1: ["Head of Legal", "Head of Compliance"],
    2: ["Senior Legal Counsel", "Senior Compliance Manager"],
    3: ["Legal Counsel", "Compliance Manager", "Data Protection Officer"],
    4: ["Paralegal", "Contracts Assistant"],
  },
  Operations: {
    0: ["Chief Operating Officer", "VP Operations"],
    1: ["Operations Director", "Head of IT", "Facilities Manager"],
    2: ["Senior Operations Manager", "Senior IT Administrator", "Logistics Lead"],
    3: ["Operations Manager", "IT Administrator", "Logistics Planner", "Quality Manager"],
    4: ["Office Assistant", "Warehouse Associate", "IT Support Technician"],
  },
};
