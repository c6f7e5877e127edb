// Kiro is not on npm and its program is closed, so what is known of it is what its documentation states.
import { documented } from '../model/evidence';

export const version = '3.0';

const page = (title: string, path: string) =>
  documented({ title, address: `https://kiro.dev/docs/${path}/`, on: '2026-11-22' });

/** The format in Markdown, and the folders. */
export const agentConfig = page('Agent config', 'cli/v3/agent-config');
/** Every field. */
export const reference = page(
  'Agent configuration reference',
  'custom-agents/configuration-reference',
);
/** What happens to names that are not spelled as documented. */
export const troubleshooting = page(
  'Troubleshooting custom agents',
  'cli/custom-agents/troubleshooting',
);
