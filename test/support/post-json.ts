/** Posts JSON to a route of a running service, such as `events`. */
export function postJson(url: string, key: string, route: string, body: unknown): Promise<Response> {
  return fetch(`${url}/v1/${route}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
