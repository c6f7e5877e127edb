// The servers of plugins that declare the standard, as Codex reads them: by all that the standard requires of them.
import {
  standardCommand,
  standardServerProblems,
  standardUrl,
} from '../judge/plugins/standard-server-rules';
import {
  standardServerFile,
  standardServersAt,
  streamableHttp,
} from '../judge/plugins/standard-servers';
import { executedHere } from './evidence';
import { type Keys, keyTwiceIn, uniqueKeysReader } from './unique-keys';

const keys: Keys = { known: new Set(['$schema', 'mcpServers']) };

export const standardServers = standardServerFile({
  ...{ command: standardCommand, url: standardUrl },
  remote: [streamableHttp],
  judge: standardServerProblems,
  reader: uniqueKeysReader(keys),
  refusesKeyTwice: true,
  isRefused: (written) => written.startsWith('\ufeff') || keyTwiceIn(written, keys) !== null,
  evidence: executedHere,
});

export const standardServerLocations = standardServersAt(
  [
    ...['.codex-plugin/plugin.json', '.claude-plugin/plugin.json', '.cursor-plugin/plugin.json'],
    '.github/plugin/plugin.json',
  ],
  executedHere,
);
