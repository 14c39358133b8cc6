import {
  add,
  multiply,
  ONE_POLYNOMIAL,
  type Polynomial,
  scale,
  variable,
  ZERO_POLYNOMIAL,
} from '../../src/algebra/index.ts';

/** The sum of products of variables, each with its factor. */
export function sumOfProducts(terms: readonly (readonly [factor: bigint, variables: readonly number[]])[]): Polynomial {
  return terms.reduce<Polynomial>(
    (sum, [factor, variables]) =>
      add(
        sum,
        scale(
          variables.reduce<Polynomial>((product, v) => multiply(product, variable(v)), ONE_POLYNOMIAL),
          factor,
        ),
      ),
    ZERO_POLYNOMIAL,
  );
}
