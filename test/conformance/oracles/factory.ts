// The answers of Factory Droid are recorded. They came from modules that were unpacked from its program, which is not open. It is not
// asked again until it can be asked from outside.
import type { Oracle } from '../oracle';

export const version = '0.225.2';

export const factory: Oracle = {
  host: 'factory',
  answers: {
    part: 'session',
    how: 'The part of its program that makes the session of an agent.',
    license: 'UNLICENSED',
  },
  packages: [{ name: '@factory/cli-linux-x64-baseline', version }],
  recordedOn: '2026-11-22',
};
