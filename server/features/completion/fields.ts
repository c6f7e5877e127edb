// Fields that the frontmatter does not have yet, each with the form of its value.

import type { KeyCaret } from '../../agent/caret';
import type { Writer } from '../../agent/writer';
import type { Dialect } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import { fieldUseCount } from '../../hosts/model/usage';
import { t } from '../../text/message';
import { plainSnippet } from '../../text/snippet';
import { fieldMarkdown } from '../hover/explain';
import type { View } from '../view/view';
import { type Completion, insertion, ranks } from './item';
import { propertyInsertion } from './properties';

export function fieldItems(
  { ownWriter: writer, outline }: View,
  caret: KeyCaret,
  { name: host, usage }: Host,
  { fields }: Dialect,
): Completion[] {
  return Object.entries(fields).flatMap(([key, field]): Completion[] => {
    if (field.isNeverOffered || caret.siblings.includes(key)) return [];
    if (caret.isTable && field.type.type !== 'map') return [];
    return [
      {
        label: key,
        kind: 'field',
        detail: field.deprecated
          ? field.deprecated.by === undefined
            ? t('deprecated')
            : t('deprecated, use {field}', { field: field.deprecated.by })
          : field.required
            ? t('required')
            : host,
        documentation: () => fieldMarkdown(key, field, host, outline.form),
        ...(outline.form === 'json'
          ? propertyInsertion(key, field, caret, outline)
          : {
              ...insertion(key, readableBy(writer, key, field.snippet), caret, writer.separator),
              span: caret.token,
            }),
        uses: fieldUseCount(usage, key),
        rank: field.deprecated
          ? ranks.old
          : field.required
            ? ranks.likely
            : field.noEffect !== undefined
              ? ranks.seldom
              : ranks.ordinary,
        deprecated: field.deprecated !== undefined || field.noEffect !== undefined,
      },
    ];
  });
}

/** The snippet of a host, unless another host of the file reads it differently: then only the key is inserted. */
function readableBy(writer: Writer, key: string, snippet: string | undefined): string | undefined {
  return snippet !== undefined &&
    writer.accepts(`${key}${writer.separator}${plainSnippet(snippet)}`)
    ? snippet
    : undefined;
}
