// The answers of Cursor are recorded. Its SDK, which is not open, offers no list of agents: they came from a service inside of it that two
// added lines handed out. It is not asked again until it can be asked from outside.
import type { Oracle } from '../oracle';

export const version = '1.0.32';

export const cursor: Oracle = {
  host: 'cursor',
  answers: {
    part: 'reader',
    how: 'The service of its SDK that reads the agents of a workspace.',
    license: 'its own (LICENSE.md of the package)',
  },
  packages: [{ name: '@cursor/sdk', version }],
  recordedOn: '2026-11-22',
};
