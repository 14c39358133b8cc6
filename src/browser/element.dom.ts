import type { Make } from './unit-view.ts';

/** Makes an element of the document. */
export const element: Make<HTMLElement> = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
};
