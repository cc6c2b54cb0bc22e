/** Pictures: in a card without words, in a figure with caption and credit. */
import { Labelled } from "./labelled.tsx";
import type { Picture } from "./values.ts";

type ImageProps = {
  readonly picture: Picture;
  /** The first picture of a page is fetched at once, the others when they come near. */
  readonly first?: boolean;
  readonly sizes?: string;
};

export const Image = ({ picture, first = false, sizes }: ImageProps) => (
  <picture>
    {picture.sources?.map(({ type, srcset }) => (
      <source type={type} srcset={srcset} sizes={sizes} />
    ))}
    <img
      src={picture.src}
      srcset={picture.srcset}
      sizes={picture.srcset === undefined ? undefined : sizes}
      width={picture.width}
      height={picture.height}
      alt={picture.alt}
      class={picture.focus}
      loading={first ? undefined : "lazy"}
      fetchpriority={first ? "high" : undefined}
      decoding="async"
    />
  </picture>
);

export const Figure = ({ picture, first, sizes }: ImageProps) => (
  <figure class="picture">
    <Image picture={picture} {...(first !== undefined && { first })} {...(sizes !== undefined && { sizes })} />
    {picture.caption?.length || picture.credit ? (
      <figcaption>
        {picture.caption && <Labelled text={picture.caption} />}
        {picture.caption?.length && picture.credit ? " " : ""}
        {picture.credit && <span class="credit">{picture.credit}</span>}
      </figcaption>
    ) : null}
  </figure>
);
