import {
  apricot,
  brick,
  circle,
  clouds,
  cream,
  fade,
  finished,
  glow,
  group,
  hills,
  ink,
  line,
  night,
  path,
  rect,
  sand,
  sea,
  shape,
  slate,
} from "./draw.ts";

/** The front of the Museum of the Strait at dusk. */
export function museum(): string {
  const columns = Array.from({ length: 8 }, (_, at) => column(392 + at * 117));
  const steps = Array.from({ length: 7 }, (_, at) => {
    const spread = at * 34;
    return group(
      {},
      rect(300 - spread, 762 + at * 24, 1000 + spread * 2, 24, at % 2 === 0 ? "#d9c4a0" : "#c9b28d"),
      rect(300 - spread, 762 + at * 24, 1000 + spread * 2, 4, "#f3e3c2"),
    );
  });
  return finished(
    [
      fade("sky", [
        [0, "#20304f"],
        [0.5, "#6b6f8f"],
        [0.8, "#e3a183"],
        [1, "#f4c99a"],
      ]),
      fade("stone", [
        [0, "#f4e3c1"],
        [1, "#d8b98a"],
      ]),
      fade(
        "shaft",
        [
          [0, "#c7a577"],
          [0.22, "#f8ead0"],
          [0.55, "#e9cfa3"],
          [1, "#a77f58"],
        ],
        true,
      ),
      fade("inside", [
        [0, "#5a2c2b"],
        [0.6, "#c87944"],
        [1, "#f6c77d"],
      ]),
      glow("door", [
        [0, "#ffe7b0", 0.95],
        [1, "#ffe7b0", 0],
      ]),
    ],
    rect(0, 0, 1600, 1000, "url(#sky)"),
    ...[
      [210, 90],
      [330, 170],
      [1390, 120],
      [1250, 60],
      [1480, 230],
      [120, 240],
    ].map(([x = 0, y = 0]) => circle(x, y, 2.6, cream, { opacity: 0.8 })),
    clouds(21, 330, "#f2b391", { many: 9, opacity: 0.4 }),
    hills(7, 690, 110, "#54607d"),
    hills(18, 742, 60, "#3d4a66"),
    trees(),
    rect(330, 330, 940, 440, "url(#inside)"),
    rect(720, 480, 160, 282, "#fff0c6"),
    rect(720, 480, 160, 282, "none", { stroke: "#7b3d2c", "stroke-width": 12 }),
    line([800, 480], [800, 762], "#c98e57", 4),
    circle(800, 640, 330, "url(#door)"),
    ...[430, 560, 1040, 1170].map((x) =>
      group({}, rect(x - 26, 520, 52, 150, "#7f3d31"), rect(x - 18, 530, 36, 130, "#f6cf8c", { opacity: 0.85 })),
    ),
    ...columns,
    roof(),
    ...steps,
    banner(300),
    banner(1300),
    visitor(690, 872, 1),
    visitor(744, 872, 0.8),
    visitor(1010, 906, 1.05),
    rect(0, 930, 1600, 70, "#26364d"),
    rect(0, 926, 1600, 6, sand, { opacity: 0.5 }),
  );
}

function column(x: number): string {
  return group(
    {},
    shape(
      [
        [x - 27, 762],
        [x - 23, 372],
        [x + 23, 372],
        [x + 27, 762],
      ],
      "url(#shaft)",
    ),
    ...[-14, -4, 6, 15].map((dx) => line([x + dx, 380], [x + dx * 1.12, 756], "#9b7650", 1.6, { opacity: 0.5 })),
    rect(x - 34, 350, 68, 22, "#f0dcb4"),
    rect(x - 30, 368, 60, 7, "#b9946a"),
    rect(x - 36, 746, 72, 18, "#ecd6ac"),
  );
}

function roof(): string {
  return group(
    {},
    rect(318, 300, 964, 52, "url(#stone)"),
    rect(318, 346, 964, 8, "#a9815a"),
    ...Array.from({ length: 24 }, (_, at) => rect(334 + at * 40, 312, 18, 26, "#b8946a", { opacity: 0.6 })),
    shape(
      [
        [296, 302],
        [800, 120],
        [1304, 302],
      ],
      "#e9d3a9",
    ),
    shape(
      [
        [372, 288],
        [800, 150],
        [1228, 288],
      ],
      "#b98f63",
    ),
    path("M640 284 q40 -64 80 -40 q36 -60 80 -54 q44 -6 80 54 q40 -24 80 40Z", { fill: "#e8cfa2" }),
    path("M800 198 v86 M760 232 h80", { stroke: "#a37a51", "stroke-width": 7, fill: "none" }),
    path("M752 284 q48 -34 96 0", { fill: "none", stroke: "#a37a51", "stroke-width": 6 }),
    rect(292, 296, 1016, 8, "#f9ecd0"),
  );
}

function banner(x: number): string {
  return group(
    {},
    line([x, 440], [x, 960], ink, 8),
    shape(
      [
        [x - 46, 452],
        [x + 46, 452],
        [x + 46, 690],
        [x, 664],
        [x - 46, 690],
      ],
      brick,
    ),
    circle(x, 520, 24, "none", { stroke: cream, "stroke-width": 4 }),
    rect(x - 26, 566, 52, 6, cream),
    rect(x - 26, 584, 52, 6, apricot),
    rect(x - 26, 602, 34, 6, cream),
  );
}

function trees(): string {
  return group(
    {},
    ...[
      [90, 700, 1.2],
      [180, 730, 0.9],
      [1430, 720, 1],
      [1530, 690, 1.25],
    ].map(([x = 0, y = 0, size = 1]) =>
      group(
        {},
        path(`M${x} ${y + 240} V${y + 60}`, { stroke: "#182338", "stroke-width": 12 * size }),
        path(
          `M${x - 44 * size} ${y + 120} Q${x - 50 * size} ${y - 90} ${x} ${y - 150 * size} Q${x + 50 * size} ${y - 90} ${x + 44 * size} ${y + 120} Q${x} ${y + 150} ${x - 44 * size} ${y + 120}Z`,
          { fill: "#22344b" },
        ),
      ),
    ),
    rect(0, 880, 1600, 120, night),
    rect(0, 900, 1600, 40, slate, { opacity: 0.4 }),
    line([0, 884], [1600, 884], sea, 3, { opacity: 0.5 }),
  );
}

function visitor(x: number, foot: number, size: number): string {
  const dark = "#1b2238";
  return group(
    { transform: `translate(${x} ${foot}) scale(${size})` },
    path("M-8 0 L70 40", { stroke: "#6b4a34", "stroke-width": 22, opacity: 0.25 }),
    circle(0, -112, 13, dark),
    path("M-17 -34 Q-24 -98 0 -98 Q24 -98 17 -34Z", { fill: dark }),
    rect(-13, -40, 10, 40, dark),
    rect(4, -40, 10, 40, dark),
  );
}
