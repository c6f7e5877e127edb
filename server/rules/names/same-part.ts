// Skills and commands of one plugin that a host calls by one name, reported in the manifest: programs use different ones of them.
import { type PluginPart, sameNameParts } from '../../hosts/catalog/load-plugin';
import { pathAround, rootOf } from '../../hosts/model/located-file';
import { hasAgent } from '../../hosts/model/outcome';
import { documentKindOf } from '../../hosts/model/place';
import { composed, t } from '../../text/message';
import { entryOf } from '../../yaml/value';
import type { Found, HostInput } from '../rule';
import { quotedList } from '../words';

const maxRelated = 20;

const fileOf = ({ file }: PluginPart): string => file;

/** One finding for each name, at the name of the plugin. */
export function samePartFindings({
  outline: { text, fields },
  verdict: { place, outcome },
}: HostInput): Found[] {
  const kind = documentKindOf(place);
  if (kind.subject !== 'manifest' || kind.marketplace || !hasAgent(outcome)) return [];
  const plugin = place.pluginAt?.('');
  if (!plugin) return [];
  const own = place.location.glob;
  const folder = {
    name: rootOf(place).split('/').at(-1) ?? '',
    paths: plugin.files(),
    read: (file: string) => (file === own ? text : plugin.read(file)),
  };
  const { name: host } = place.host;
  return sameNameParts(place.host, folder).map(({ name, used, lost }): Found => {
    const all = [...used, ...lost].map(fileOf);
    const names = { name, files: quotedList(all), host };
    return {
      span: entryOf(fields, 'name')?.value.span ?? null,
      severity: 'warning',
      message: composed`${t('{files} have the same name, "{name}".', names)} ${
        used.length > 0
          ? t('{host} uses only {files}.', { host, files: quotedList(used.map(fileOf)) })
          : t('{host} uses none of them.', names)
      } ${t('Rename one of these files.')}`,
      about: name,
      related: all.slice(0, maxRelated).map((file) => ({
        ...{ path: pathAround(place, file), span: null },
        message: t('"{name}" is defined here', { name }),
      })),
    };
  });
}
