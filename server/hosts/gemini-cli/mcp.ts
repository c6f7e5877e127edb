// MCP servers that an agent of Gemini CLI defines. It ignores unknown keys of a server, but rejects a file with a wrong value.
import type { Type } from '../model/type';

const text: Type = { type: 'text' };
const texts: Type = { type: 'list', of: text };
const textMap: Type = { type: 'map', rest: text };

const auth: Type = {
  type: 'map',
  keys: {
    type: {
      type: {
        type: 'one-of',
        choices: [
          {
            value: 'google-credentials',
            means: "Signs in with the user's Google account.",
          },
          { value: 'oauth', means: 'Signs in with OAuth.' },
        ],
      },
      summary: 'How Gemini CLI signs in to the server.',
      required: true,
    },
    scopes: { type: texts, summary: 'The scopes that are requested.' },
    client_id: { type: text, summary: 'The ID of the client.' },
    client_secret: { type: text, summary: 'The secret of the client.' },
    authorization_url: { type: text, summary: 'Where the user signs in.' },
    token_url: { type: text, summary: 'Where tokens are requested.' },
    issuer: { type: text, summary: 'The address of the issuer.' },
    audiences: { type: texts, summary: 'The audiences of the token.' },
    redirect_uri: { type: text, summary: 'Where the service returns to.' },
    token_param_name: { type: text, summary: 'The name of the parameter with the token.' },
    registration_url: { type: text, summary: 'Where clients are registered.' },
  },
  rest: { type: 'any' },
};

export const server: Type = {
  type: 'map',
  keys: {
    command: { type: text, summary: 'The program of a local server.', snippet: ' ${1:npx}' },
    args: { type: texts, summary: 'The arguments of the program.', snippet: ' [${1}]' },
    env: { type: textMap, summary: 'Environment variables of the program.' },
    cwd: { type: text, summary: 'The working folder of the program.' },
    url: { type: text, summary: 'The address of a server with events.' },
    http_url: { type: text, summary: 'The address of a server with streaming HTTP.' },
    headers: { type: textMap, summary: 'HTTP headers for each request.' },
    tcp: { type: text, summary: 'The address of a server with WebSocket.' },
    type: {
      type: {
        type: 'one-of',
        choices: [
          { value: 'sse', means: 'Events sent by the server.' },
          { value: 'http', means: 'Streaming HTTP.' },
        ],
      },
      summary: 'The protocol of a remote server.',
    },
    timeout: { type: { type: 'number' }, summary: 'How long a call may take, in milliseconds.' },
    trust: { type: { type: 'boolean' }, summary: 'Whether its tools run without asking the user.' },
    description: { type: text, summary: 'What the server is for.' },
    include_tools: { type: texts, summary: 'The tools of the server that the agent can use.' },
    exclude_tools: { type: texts, summary: 'The tools of the server that the agent cannot use.' },
    auth: { type: auth, summary: 'How Gemini CLI signs in to the server.' },
  },
  rest: { type: 'any' },
};
