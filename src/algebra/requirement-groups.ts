import { type Requirement, variablesOf } from './polynomial.ts';

/** Requirements that hang together, and their variables. */
export interface RequirementGroup {
  readonly variables: ReadonlySet<number>;
  readonly members: readonly Requirement[];
}

/** Groups requirements that share variables, directly or through others; each without any is a group of its own. */
export function groupsOf(requirements: readonly Requirement[]): readonly RequirementGroup[] {
  let groups: { readonly variables: Set<number>; readonly members: Requirement[] }[] = [];
  for (const requirement of requirements) {
    const own = variablesOf(requirement.polynomial);
    const [first, ...others] = groups.filter(({ variables }) => own.some((variable) => variables.has(variable)));
    const group = first ?? { variables: new Set(), members: [] };
    if (first === undefined) groups.push(group);
    for (const variable of own) group.variables.add(variable);
    for (const { variables, members } of others) {
      for (const variable of variables) group.variables.add(variable);
      group.members.push(...members);
    }
    group.members.push(requirement);
    if (others.length > 0) groups = groups.filter((other) => !others.includes(other));
  }
  return groups;
}
