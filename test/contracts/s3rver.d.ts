declare module "@20minutes/s3rver" {
  /** An object store on a port of its own, for tests. */
  export default class S3rver {
    constructor(options: {
      readonly address: string;
      /** 0 takes a free one. */
      readonly port: number;
      readonly silent: boolean;
      readonly directory: string;
      readonly configureBuckets: readonly { readonly name: string }[];
    });
    run(): Promise<{ readonly port: number }>;
    close(): Promise<void>;
  }
}
