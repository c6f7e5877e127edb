// The cloud agent runs on GitHub's servers, so what is known of it is what its documentation states.
import { documented } from '../model/evidence';

export const version = '2026-11';

/** Fields, tools and precedence. */
export const reference = documented({
  title: 'GitHub documentation, page "Custom agents configuration"',
  address: 'https://docs.github.com/en/copilot/reference/custom-agents-configuration',
  on: '2026-11-22',
});
