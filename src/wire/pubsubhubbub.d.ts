declare module "pubsubhubbub" {
  import type { EventEmitter } from "node:events";
  import type { Server } from "node:http";

  type Told = (error: Error | null, topic?: string) => void;
  type Subscriber = EventEmitter & {
    readonly server: Server;
    readonly listen: (port: number, host: string) => void;
    readonly subscribe: (topic: string, hub: string, told: Told) => void;
    readonly unsubscribe: (topic: string, hub: string, told: Told) => void;
  };
  export const createServer: (options: {
    readonly callbackUrl: string;
    readonly secret?: string;
    readonly leaseSeconds?: number;
  }) => Subscriber;
}
