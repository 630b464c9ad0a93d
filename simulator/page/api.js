/** Calls the control API. Throws an Error with its sentence when it refuses. */
export async function call(method, path, body) {
  const response = await fetch(`/sim${path}`, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? "The simulator did not answer.");
  return answer;
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);
export const patch = (path, body) => call("PATCH", path, body);
export const remove = (path) => call("DELETE", path);

/** Calls back whenever something changed, also after the connection was away. */
export function onChange(callback) {
  const source = new EventSource("/sim/live");
  source.addEventListener("change", callback);
}
