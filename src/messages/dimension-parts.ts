/**
 * The units that a dimension is made of, each as often as it is multiplied or divided by.
 *
 * @param name As in `count·m²/km^2`; a side without units is `1`.
 * @returns What is multiplied, then what that is divided by.
 * @example dimensionParts('count^2/km') // { above: ['count', 'count'], below: ['km'] }
 */
export function dimensionParts(name: string): { readonly above: readonly string[]; readonly below: readonly string[] } {
  const [above = '', below = ''] = name.split('/');
  return { above: unitsIn(above), below: unitsIn(below) };
}

function unitsIn(product: string): readonly string[] {
  return product.split('·').flatMap((factor) => {
    const [unit = '', power = '1'] = factor.split('^');
    return unit === '' ? [] : Array.from({ length: Number(power) }, () => unit);
  });
}
