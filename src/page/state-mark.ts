import { STATE_LETTERS } from '../browser/index.ts';
import type { StateWord } from '../messages/index.ts';
import { STATE_MARKS } from '../report/index.ts';
import { type Html, html } from './html.ts';

/** The mark of a state in its colour; the words beside it say the same. */
export function stateMark(state: StateWord): Html {
  return html`<span class="mark ${STATE_LETTERS[state]}" aria-hidden="true">${STATE_MARKS[state]}</span>`;
}
