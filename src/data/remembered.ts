/** The same answers, each worked out once: for questions that many rows ask. */
export function remembered<T>(answer: (question: string) => T): (question: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (question) => {
    const before = known.get(question);
    if (before !== undefined) return before.answer;
    const found = answer(question);
    known.set(question, { answer: found });
    return found;
  };
}
