import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

/** Posts JSON over a kept connection and reads the JSON answer: the load itself should cost little. */
export const post = (address, body, headers = {}) =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const asked = request(
      address,
      {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers },
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          answer += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode, body: JSON.parse(answer), response }));
        response.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
