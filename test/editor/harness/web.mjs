// An extension in the worker of a browser, as on a machine without any process. Only extensions that the page's own
// configuration names run there, and the page loads nothing from elsewhere: so their folders are lent to the server.
import { rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { serverOf } from './place.mjs';

/** `{ addresses, dispose }`: where the page finds the folders. */
export async function lend(server, folders) {
  const commit = (await (await fetch(`${server.url}/version`)).text()).trim();
  const root = path.resolve(serverOf(server.home), '../..');
  const links = folders.map((folder, index) => {
    const name = `.dossier-${process.pid}-${index}`;
    const link = path.join(root, name);
    rmSync(link, { force: true });
    symlinkSync(folder, link);
    return { name, link };
  });
  return {
    addresses: links.map(({ name }) => ({
      scheme: 'http',
      authority: server.authority,
      path: `/stable-${commit}/static/${name}`,
    })),
    dispose() {
      for (const { link } of links) rmSync(link, { force: true });
    },
  };
}

/** Runs in the page before all else: the configuration is an attribute of an element, and read once. */
export function nameExtensions(extensions) {
  const attribute = 'data-settings';
  const read = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = read.call(this, name);
    if (name !== attribute || this.id !== 'vscode-workbench-web-configuration') return value;
    const settings = JSON.parse(value);
    settings.developmentOptions = { ...settings.developmentOptions, extensions };
    return JSON.stringify(settings);
  };
}
