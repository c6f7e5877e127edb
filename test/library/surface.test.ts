// The type surface of the library. A change of it fails here until it is recorded: is it one that callers can live with?
//   node test/library/record.mjs
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { surface } from './surface.mjs';

describe('the types of the library', () => {
  it('are those that are recorded', () =>
    assert.equal(
      surface(),
      readFileSync('test/library/surface.txt', 'utf8'),
      'The library has other types than recorded. Keys may be added in a minor version only, and removed or changed in a major one. Record them with: node test/library/record.mjs',
    ));

  it('contain every exported function, and no comment', () => {
    assert.match(surface(), /^export declare const check: Library\['check'\];$/m);
    assert.doesNotMatch(surface(), /\/\*|\/\//);
  });
});
