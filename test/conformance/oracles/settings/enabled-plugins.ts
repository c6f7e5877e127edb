// Which plugins Claude Code loads that settings of a project enable. Marketplaces that the settings refer to it adds at the end of a
// session, so a second one is asked.
import { type Facts, facts, names } from '../../facts';
import type { Question } from '../../question';
import { startService } from '../claude-code/service';
import { initOf } from '../plugins/claude-code';
import { withFiles } from '../plugins/lay';

/** The plugins by their full names, such as `tools@market`, without those of the program. */
export const enabledPlugins = (program: string, question: Question): Promise<Facts> =>
  withFiles(question, async (laid) => {
    const service = await startService();
    try {
      await initOf(program, laid, service.port);
      const { plugins = [] } = await initOf(program, laid, service.port);
      const loaded = plugins.flatMap(({ source }) =>
        source === undefined || source.endsWith('@builtin') ? [] : [source],
      );
      return facts({ plugins: names(loaded) });
    } finally {
      await service.close();
    }
  });
