// Framing of the language server protocol: a length, an empty line, JSON.
const headEnd = Buffer.from('\r\n\r\n');

/** Hands each message to `onMessage(message, arrivedAt)`. */
export function readFrames(stream, onMessage) {
  let bytes = Buffer.alloc(0);
  stream.on('data', (chunk) => {
    const at = performance.now();
    bytes = bytes.length > 0 ? Buffer.concat([bytes, chunk]) : chunk;
    for (;;) {
      const head = bytes.indexOf(headEnd);
      if (head < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(bytes.toString('latin1', 0, head))[1]);
      const end = head + headEnd.length + length;
      if (bytes.length < end) return;
      const body = bytes.toString('utf8', head + headEnd.length, end);
      bytes = bytes.subarray(end);
      onMessage(JSON.parse(body), at);
    }
  });
}

export function writeFrame(stream, message) {
  const body = JSON.stringify(message);
  stream.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
