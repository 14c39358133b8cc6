/**
 * Makes an element; what stands in it is always text or other elements, never HTML.
 *
 * @param attributes By name.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (string | HTMLElement)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
