// The MCP servers of OpenCode 2, in the configuration of OpenCode 1. How it reads them was not measured: they have a form of their own.
import type { ServerKind } from '../judge/servers';
import { unknown } from '../model/evidence';
import { unread } from '../model/reading';
import { unmeasuredFlaw } from '../model/unmeasured';
import { servers as first, serverLocations as ofFirst } from '../opencode/servers';

export const servers: ServerKind = {
  kind: {
    ...first.kind,
    reader: ({ outline: { head } }) => unread({ code: 'unchecked', span: head, fatal: true }),
  },
  dialectNextTo: (agents) => {
    const dialect = first.dialectNextTo(agents);
    return {
      ...dialect,
      fields: {},
      unknownField: { ...dialect.unknownField, meant: {}, evidence: unknown },
      flaws: { unchecked: unmeasuredFlaw('unchecked') },
    };
  },
};

export const serverLocations = ofFirst.map((location) => ({ ...location, evidence: unknown }));
