import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A web server on loopback with what it is given, by path. */
export class BundleServer {
  readonly #server: Server;
  readonly #files = new Map<string, Buffer>();
  /** The paths asked for, in order. */
  readonly asked: string[] = [];

  private constructor() {
    this.#server = createServer(({ url = "/" }, response) => {
      this.asked.push(url);
      const file = this.#files.get(url);
      response.writeHead(file ? 200 : 404).end(file ?? "");
    });
  }

  static async start(): Promise<BundleServer> {
    const server = new BundleServer();
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  /** Serve a file; gives its URL. */
  put(name: string, content: Buffer): string {
    this.#files.set(`/${name}`, content);
    return `${this.origin}/${name}`;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
