// A marketplace for Codex that lists the plugin of a question.
import { pluginFolder } from '../../question';

export const marketplaceName = 'm';

/** @param name by which the plugin is listed */
export const marketplaceWith = (name: string): object => ({
  name: marketplaceName,
  plugins: [
    {
      name,
      source: { source: 'local', path: `./${pluginFolder}` },
      policy: { installation: 'AVAILABLE', authentication: 'ON_INSTALL' },
      category: 'Coding',
    },
  ],
});
