/** The key of a unit in one period: two rows have it in common only where they are about the same unit and period. */
export function unitInPeriod(code: string, period: string | null): string {
  return `${code}\n${period ?? ''}`;
}
