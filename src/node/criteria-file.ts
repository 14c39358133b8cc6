/** Whether a file holds criteria, by its name: cases stand beside them. */
export function isCriteriaFile(name: string): boolean {
  return /(?<!\.cases)\.ya?ml$/i.test(name);
}
