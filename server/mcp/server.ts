// `dossier mcp`: the tools over the Model Context Protocol.
import { McpServer } from '@modelcontextprotocol/server';
import { UsageError, type World } from '../cli/io';
import { version } from '../version';
import { tools } from './tools';

/** The server, to be connected by the caller. @param world what a model may read */
export function mcpServer(world: World): McpServer {
  const server = new McpServer({ name: 'dossier', title: 'Dossier', version });
  for (const [name, { title, description, input, output, run }] of Object.entries(tools))
    server.registerTool(
      name,
      {
        ...{ title, description, inputSchema: input, outputSchema: output },
        annotations: { readOnlyHint: true, openWorldHint: false },
      },
      (given) => answerTo(() => run(given, world)),
    );
  return server;
}

type Answer = Awaited<ReturnType<Parameters<McpServer['registerTool']>[2]>>;

function answerTo(run: () => object): Answer {
  try {
    const structuredContent = { ...run() };
    return {
      content: [{ type: 'text', text: JSON.stringify(structuredContent) }],
      structuredContent,
    };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { content: [{ type: 'text', text: error.message }], isError: true };
  }
}
