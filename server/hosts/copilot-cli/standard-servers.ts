// The servers of plugins that declare the standard, as Copilot CLI reads them. One wrong address or name costs them all.
import { type Entry, entryOf, textOf } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import {
  standardServerFile,
  standardServersAt,
  streamableHttp,
} from '../judge/plugins/standard-servers';
import { unmarkedJsonReader } from '../judge/reading/strict-json-reader';
import { isUrl } from '../judge/url';
import type { Problem, Type } from '../model/type';
import { executedHere } from './evidence';

const text: Type = { type: 'text' };

function judgeWhole({ key: name, keySpan, value }: Entry): readonly Problem[] {
  const url = value.kind === 'map' ? entryOf(value.entries, 'url')?.value : undefined;
  const wrongName = phrase('a name with visible characters only');
  return [
    ...(/^\s*$|\p{Cc}/u.test(name)
      ? [{ ...problem('unknown-key', value, wrongName, [name]), span: keySpan }]
      : []),
    ...(url && !isUrl(textOf(url) ?? '')
      ? [problem('value', url, phrase('a URL'), [name, 'url'])]
      : []),
  ];
}

export const standardServers = standardServerFile({
  ...{ command: text, url: text },
  remote: [streamableHttp, { value: 'sse', means: 'Requests to a URL, in the older form.' }],
  judgeWhole,
  reader: unmarkedJsonReader,
  isRefused: (written) => written.startsWith('\ufeff'),
  evidence: executedHere,
});

export const standardServerLocations = standardServersAt(
  ['.plugin/plugin.json', '.github/plugin/plugin.json', '.claude-plugin/plugin.json'],
  executedHere,
);
