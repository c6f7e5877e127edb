// Whether programs can parse a URL, by the rules of browsers as far as authors may break them.

/** Schemes that always name a computer. */
const withHost = /^(?:https?|wss?|ftp)$/i;

/**
 * Whether it is a URL: a scheme, and the name of a computer where the scheme needs one or slashes announce it.
 * @example isUrl('https://example.com:99999') // false: there is no such port
 */
export function isUrl(text: string): boolean {
  // Spaces and control characters around it are skipped, and line breaks and tabs in it.
  const [, scheme, rest = ''] =
    /^[\0- ]*([a-z][a-z0-9+.-]*):(.*)$/is.exec(text.replaceAll(/[\t\n\r]/g, '').trimEnd()) ?? [];
  if (scheme === undefined) return false;
  const needsHost = withHost.test(scheme);
  const [, announced] = (needsHost ? /^[/\\]*([^/\\?#]*)/ : /^\/\/([^/?#]*)/).exec(rest) ?? [];
  if (announced === undefined || /^file$/i.test(scheme)) return true;
  if (announced === '') return !needsHost;
  const [, host = '', port = ''] =
    /^(\[.*\]|[^:]*)(:.*)?$/s.exec(announced.slice(announced.lastIndexOf('@') + 1)) ?? [];
  const isPort = /^(?::\d*)?$/.test(port) && Number(port.slice(1)) < 65_536;
  return isPort && isHost(host, needsHost);
}

function isHost(host: string, isCommon: boolean): boolean {
  if (host.startsWith('[')) return /^\[[\da-f.]*:[\da-f:.]*\]$/i.test(host);
  if (host === '' || /[\0- #/:<>?@[\\\]^|]/.test(host)) return false;
  if (!isCommon) return true;
  // Encoded characters are decoded first.
  if (/%(?![\da-f]{2})|%(?:[01].|2[035f]|3[acef]|40|5[b-e]|7[cf])/i.test(host)) return false;
  // An address of numbers.
  const parts = host.replace(/\.$/, '').split('.');
  const last = parts.at(-1) ?? '';
  if (!/^\d+$/.test(last)) return true;
  return (
    parts.every((part) => /^\d+$/.test(part)) &&
    parts.slice(0, -1).every((part) => Number(part) < 256) &&
    Number(last) < 256 ** (5 - parts.length)
  );
}
