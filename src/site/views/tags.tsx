/** A line of links under one title; nothing when there is none. */
import type { Link } from "./values.ts";

export const Tags = ({ title, links }: { title: string; links: readonly Link[] }) =>
  links.length === 0 ? null : (
    <div class="tags">
      <h2>{title}</h2>
      <ul>
        {links.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
