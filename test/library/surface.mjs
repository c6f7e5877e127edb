import { libraryTypes } from '../../scripts/build/library-types.mjs';

/** The types of the library without comments, which may change at any time. */
export const surface = () =>
  libraryTypes('.')
    .replaceAll(/\/\*\*[\s\S]*?\*\/|^\/\/.*$/gm, '')
    .replaceAll(/^\s*\n/gm, '');
