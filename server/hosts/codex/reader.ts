// How Codex 0.169.0 reads a role: the whole file as TOML, whose key `developer_instructions` is the prompt.
import { convertScalars, type Entry } from '../../yaml/value';
import { tomlReader } from '../judge/reading/toml-reader';
import type { Reader } from '../model/reading';

/** The program accepts a date where it expects a string, and adds the seconds to a time without them. */
export const dateAsText = (fields: readonly Entry[]): readonly Entry[] =>
  convertScalars(fields, (value) =>
    value.kind === 'date'
      ? {
          kind: 'text',
          text: value.iso.replace(/^\d\d:\d\d$/, '$&:00'),
          style: 'plain',
          span: value.span,
        }
      : value,
  );

export const reader: Reader = tomlReader('developer_instructions', dateAsText);
