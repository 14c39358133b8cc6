import builds from '../../tsup.config.ts';
import { withoutPowers } from '../../without-powers.config.ts';

/** What is built for everybody, but line by line as it was written, and with maps beside it that lead back to the sources. */
export default builds.map((build) => ({
  ...build,
  minifySyntax: false,
  minifyWhitespace: false,
  esbuildPlugins: [withoutPowers],
  esbuildOptions: (options: { sourcemap?: unknown }) => {
    // Not named in the file itself: else every run would write its maps beside what it covered.
    options.sourcemap = 'external';
  },
}));
