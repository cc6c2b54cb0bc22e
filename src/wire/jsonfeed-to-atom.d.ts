declare module "jsonfeed-to-atom" {
  export default function jsonfeedToAtom(feed: object): string;
}
