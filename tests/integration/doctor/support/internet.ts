import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent, type Dispatcher, getGlobalDispatcher, setGlobalDispatcher } from "undici";

/** Names that lead to servers of the test: what the internet is to this process. */
export type Internet = { leadsTo: (origin: string, server: string) => void; leave: () => void };

/** From now on fetches of the origins that `leadsTo` names go to servers of this machine. */
export function enterInternet(): Internet {
  const before = getGlobalDispatcher();
  const servers = new Map<string, string>();
  const redirecting: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
    dispatch({ ...options, origin: servers.get(String(options.origin)) ?? options.origin }, handler);
  setGlobalDispatcher(new Agent().compose(redirecting));
  return {
    leadsTo: (origin, server) => void servers.set(origin, server),
    leave: () => setGlobalDispatcher(before),
  };
}

export type Site = { url: string; stop: () => Promise<void> };

export async function startSite(listener: RequestListener): Promise<Site> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

/** An address that refuses connections. */
export async function closedAddress(): Promise<string> {
  const site = await startSite(() => undefined);
  await site.stop();
  return site.url;
}
