import { describe, expect, test } from 'vitest';
import { html } from '../../src/page/index.ts';

describe('a piece of HTML', () => {
  test.each([
    { of: html`<p>${'a < b & "c" \'d\' >'}</p>`, is: '<p>a &lt; b &amp; &quot;c&quot; &#39;d&#39; &gt;</p>' },
    { of: html`<p>${html`<b>${'</b>'}</b>`}</p>`, is: '<p><b>&lt;/b&gt;</b></p>' },
    { of: html`${[html`<i></i>`, '<i>', 3, null]}`, is: '<i></i>&lt;i&gt;3' },
    { of: html`${null}`, is: '' },
  ])('$is', ({ of, is }) => {
    expect(of.html).toBe(is);
  });
});
