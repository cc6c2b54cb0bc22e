import {
  apricot,
  brick,
  chance,
  circle,
  clouds,
  cream,
  ellipse,
  fade,
  finished,
  glow,
  group,
  hills,
  ink,
  line,
  type Point,
  path,
  rect,
  sand,
  sea,
  shape,
  slate,
} from "./draw.ts";

/** A dry riverbed and an old bridge that marks its levels. */
export function drought(): string {
  return finished(
    [
      fade("sky", [
        [0, "#6f9096"],
        [0.5, "#d3c9a8"],
        [1, "#f2d7a0"],
      ]),
      glow("sun", [
        [0, "#fffbe8", 1],
        [0.16, "#ffeec4", 0.8],
        [1, "#f6d79a", 0],
      ]),
      fade("bed", [
        [0, "#d6b280"],
        [0.5, "#bf9160"],
        [1, "#7d5638"],
      ]),
      fade("stone", [
        [0, "#c9b08a"],
        [1, "#8d7355"],
      ]),
      fade("stream", [
        [0, "#8fb3b4"],
        [1, "#3f6c7c"],
      ]),
    ],
    rect(0, 0, 1600, 620, "url(#sky)"),
    circle(1150, 210, 420, "url(#sun)"),
    circle(1150, 210, 62, "#fffdf0"),
    clouds(11, 330, cream, { many: 6, opacity: 0.4 }),
    hills(44, 420, 190, "#b7ab8d"),
    hills(3, 478, 160, "#a3906c"),
    hills(61, 530, 130, "#8d744f"),
    terraces(),
    rect(0, 570, 1600, 430, "#9a764d"),
    path(
      "M560 570 Q760 590 640 660 Q420 760 0 850 L0 1000 L1600 1000 L1600 830 Q1180 720 1040 650 Q900 600 1010 570Z",
      { fill: "url(#bed)" },
    ),
    path(
      "M760 570 Q850 600 790 660 Q700 740 780 810 Q860 880 700 1000 L800 1000 Q930 890 850 810 Q790 745 860 668 Q920 604 840 570Z",
      { fill: "url(#stream)" },
    ),
    path("M786 640 q30 50 -10 100 M812 830 q40 60 -30 140", {
      fill: "none",
      stroke: cream,
      "stroke-width": 4,
      opacity: 0.6,
    }),
    cracks(),
    bridge(),
    stones(),
    boat(),
    reeds(),
  );
}

function terraces(): string {
  return group(
    { fill: "none", stroke: "#7a6140", "stroke-width": 3, opacity: 0.35 },
    ...Array.from({ length: 8 }, (_, at) => path(`M0 ${500 + at * 10} Q240 ${470 + at * 12} 470 ${540 + at * 6}`, {})),
    ...Array.from({ length: 8 }, (_, at) =>
      path(`M1600 ${480 + at * 11} Q1380 ${470 + at * 12} 1140 ${545 + at * 5}`, {}),
    ),
  );
}

/** Plates of dry mud: a loose grid, shifted and shrunk, smaller far off. */
function cracks(): string {
  const next = chance(19);
  const plates: string[] = [];
  for (let row = 0; row < 12; row++) {
    const near = row / 11;
    const y = 690 + 310 * near ** 1.25;
    const size = 22 + 74 * near;
    for (let x = -size; x < 1600 + size; x += size * 1.25) {
      const middle: Point = [
        x + (next() - 0.5) * size * 0.5 + (row % 2) * size * 0.6,
        y + (next() - 0.5) * size * 0.15,
      ];
      if (Math.abs(middle[0] - 790) < 70 + near * 90) continue;
      if (!inBed(middle)) continue;
      const corners = Array.from({ length: 6 }, (_, at): Point => {
        const angle = (Math.PI * 2 * at) / 6 + next() * 0.5;
        const reach = size * (0.5 + next() * 0.16);
        return [middle[0] + Math.cos(angle) * reach, middle[1] + Math.sin(angle) * reach * 0.42];
      });
      plates.push(
        shape(corners, next() > 0.5 ? "#d2a873" : "#c79a66", {
          stroke: "#6c472d",
          "stroke-width": 1 + 2.4 * near,
          "stroke-opacity": 0.65,
        }),
      );
    }
  }
  return group({}, ...plates);
}

function inBed([x, y]: Point): boolean {
  const left = 620 - ((y - 660) / 190) * 620;
  const right = 1060 + ((y - 660) / 170) * 540;
  return x > left + 20 && x < right - 20;
}

function bridge(): string {
  return group(
    {},
    path(
      "M300 470 L1300 470 L1300 520 L1300 640 L1180 640 Q1170 530 1070 530 Q970 530 962 660 L900 660 Q884 520 790 520 Q690 520 676 664 L614 664 Q606 530 510 530 Q420 530 408 636 L300 636Z",
      { fill: "url(#stone)" },
    ),
    rect(284, 452, 1032, 22, "#d9c39b"),
    rect(284, 470, 1032, 5, "#6f5a40", { opacity: 0.6 }),
    ...Array.from({ length: 26 }, (_, at) =>
      line([310 + at * 39, 480], [310 + at * 39, 500 + (at % 3) * 6], "#7d674c", 2, { opacity: 0.5 }),
    ),
    ...[
      [510, 530, 95],
      [790, 520, 108],
      [1070, 530, 100],
    ].map(([x = 0, y = 0, r = 0]) =>
      path(`M${x - r} ${y + 60} Q${x - r + 8} ${y} ${x} ${y} Q${x + r - 8} ${y} ${x + r} ${y + 60}`, {
        fill: "none",
        stroke: "#7d674c",
        "stroke-width": 5,
        opacity: 0.6,
      }),
    ),
    // rings on the pier
    ...[540, 566, 590, 612, 642].map((y, at) =>
      group(
        {},
        ellipse(930, y, 15, 5, "none", { stroke: at === 4 ? brick : ink, "stroke-width": 4 }),
        rect(906, y + 8, 46, 2, ink, { opacity: 0.25 }),
      ),
    ),
    // water stain
    path("M614 600 h62 v64 h-62Z M900 600 h62 v60 h-62Z", { fill: "#6e5a43", opacity: 0.45 }),
    // somebody on the bridge
    circle(700, 408, 10, ink),
    path("M686 454 Q682 420 700 419 Q718 420 714 454Z", { fill: ink }),
    line([714, 430], [742, 420], ink, 5),
  );
}

function stones(): string {
  const next = chance(52);
  return group(
    {},
    ...Array.from({ length: 34 }, () => {
      const x = next() * 1600;
      const y = 900 + next() * 90;
      const size = 8 + next() * 26;
      return group(
        {},
        ellipse(x + size * 0.3, y + size * 0.35, size, size * 0.4, "#4a3324", { opacity: 0.35 }),
        ellipse(x, y, size, size * 0.62, next() > 0.5 ? "#a98d6b" : "#8b7258"),
        ellipse(x - size * 0.2, y - size * 0.2, size * 0.5, size * 0.2, sand, { opacity: 0.45 }),
      );
    }),
  );
}

function boat(): string {
  return group(
    { transform: "translate(1210 850) rotate(-11)" },
    ellipse(20, 66, 190, 22, "#3f2a1d", { opacity: 0.45 }),
    path("M-170 0 Q0 34 180 -14 Q150 66 90 72 L-90 72 Q-150 56 -170 0Z", { fill: sea }),
    path("M-170 0 Q0 34 180 -14 L172 4 Q0 50 -160 18Z", { fill: cream }),
    path("M-90 20 L-70 66 M0 28 L4 70 M90 18 L84 68", { stroke: slate, "stroke-width": 3, fill: "none" }),
    line([-60, -30], [150, 20], "#6b4a30", 8),
    rect(-150, 40, 70, 8, apricot, { opacity: 0.9 }),
  );
}

function reeds(): string {
  const next = chance(70);
  return group(
    { fill: "none", "stroke-linecap": "round" },
    ...Array.from({ length: 60 }, () => {
      const x = next() > 0.5 ? next() * 210 : 1420 + next() * 190;
      const foot = 1000;
      const tall = 60 + next() * 150;
      return path(
        `M${Math.round(x)} ${foot} q${Math.round((next() - 0.5) * 40)} ${-Math.round(tall * 0.6)} ${Math.round((next() - 0.5) * 90)} ${-Math.round(tall)}`,
        { stroke: next() > 0.4 ? "#5b4527" : "#80663a", "stroke-width": 3 },
      );
    }),
  );
}
