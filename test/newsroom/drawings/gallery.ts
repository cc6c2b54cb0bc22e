import {
  chance,
  circle,
  cream,
  fade,
  finished,
  glow,
  group,
  ink,
  line,
  path,
  rect,
  sand,
  sea,
  shape,
  slate,
} from "./draw.ts";

/** A gallery of empty cases; a map on the right-hand wall. */
export function gallery(): string {
  return finished(
    [
      fade("back", [
        [0, "#16253b"],
        [1, "#2c4358"],
      ]),
      fade(
        "left",
        [
          [0, "#0f1c30"],
          [1, "#243a50"],
        ],
        true,
      ),
      fade(
        "right",
        [
          [0, "#2f4a5e"],
          [1, "#152539"],
        ],
        true,
      ),
      fade("floor", [
        [0, "#4a4a52"],
        [1, "#121c2c"],
      ]),
      fade("beam", [
        [0, "#ffe8b8", 0.5],
        [1, "#ffe8b8", 0.02],
      ]),
      fade(
        "glass",
        [
          [0, "#cfe3e3", 0.32],
          [0.5, "#cfe3e3", 0.08],
          [1, "#cfe3e3", 0.2],
        ],
        true,
      ),
      glow("spot", [
        [0, "#ffedc4", 0.8],
        [1, "#ffedc4", 0],
      ]),
    ],
    rect(0, 0, 1600, 1000, ink),
    rect(480, 180, 640, 430, "url(#back)"),
    shape(
      [
        [0, 0],
        [480, 180],
        [480, 610],
        [0, 900],
      ],
      "url(#left)",
    ),
    shape(
      [
        [1600, 0],
        [1120, 180],
        [1120, 610],
        [1600, 900],
      ],
      "url(#right)",
    ),
    shape(
      [
        [0, 0],
        [1600, 0],
        [1120, 180],
        [480, 180],
      ],
      "#0b1524",
    ),
    shape(
      [
        [0, 900],
        [480, 610],
        [1120, 610],
        [1600, 900],
        [1600, 1000],
        [0, 1000],
      ],
      "url(#floor)",
    ),
    ...[0.2, 0.4, 0.6, 0.8].map((t) => line([480 + 640 * t, 610], [1600 * t, 1000], "#0c1626", 2, { opacity: 0.5 })),
    nail(),
    map(),
    vitrine(620, 600, 0.62),
    vitrine(980, 600, 0.62),
    vitrine(300, 790, 1.05),
    vitrine(1180, 760, 0.95),
    vitrine(740, 880, 1.25),
  );
}

function nail(): string {
  return group(
    {},
    circle(800, 340, 150, "url(#spot)"),
    circle(800, 320, 4, sand),
    line([800, 320], [806, 330], sand, 3),
    rect(776, 420, 48, 30, cream, { opacity: 0.85 }),
    rect(784, 430, 32, 3, slate),
    rect(784, 437, 20, 3, slate),
  );
}

function map(): string {
  const next = chance(40);
  const marks = Array.from({ length: 9 }, () => {
    const t = 0.15 + next() * 0.7;
    const v = 0.2 + next() * 0.6;
    const x = 1190 + t * 330;
    const top = 232 - t * 100;
    const height = 300 + t * 130;
    return circle(x, top + height * v, 8, "#e0603f", { opacity: 0.95 });
  });
  return group(
    {},
    shape(
      [
        [1184, 232],
        [1528, 120],
        [1528, 640],
        [1184, 530],
      ],
      "#d9c9a3",
    ),
    shape(
      [
        [1184, 232],
        [1528, 120],
        [1528, 640],
        [1184, 530],
      ],
      "none",
      { stroke: "#0e1a2b", "stroke-width": 8 },
    ),
    path(
      "M1210 300 Q1290 250 1330 300 T1440 280 T1510 330 L1510 470 Q1440 430 1390 500 T1260 500 Q1210 480 1210 440Z",
      { fill: "#b99f6e", opacity: 0.7 },
    ),
    path("M1240 280 Q1300 380 1350 420 T1490 560", { fill: "none", stroke: sea, "stroke-width": 6, opacity: 0.8 }),
    path("M1330 230 Q1370 330 1420 400 T1480 540", { fill: "none", stroke: sea, "stroke-width": 5, opacity: 0.8 }),
    ...marks,
  );
}

function vitrine(x: number, foot: number, size: number): string {
  return group(
    { transform: `translate(${x} ${foot}) scale(${size})` },
    shape(
      [
        [-60, -420],
        [60, -420],
        [150, -120],
        [-150, -120],
      ],
      "url(#beam)",
    ),
    path("M-110 30 L110 30 L150 62 L-70 62Z", { fill: "#060d18", opacity: 0.6 }),
    rect(-100, -110, 200, 140, "#22364b"),
    rect(-100, -110, 200, 8, "#4c6678"),
    rect(-100, -290, 200, 180, "url(#glass)"),
    rect(-100, -290, 200, 180, "none", { stroke: "#c9dcdb", "stroke-width": 3, opacity: 0.7 }),
    shape(
      [
        [-82, -282],
        [-40, -282],
        [-86, -180],
      ],
      "#ffffff",
      { opacity: 0.16 },
    ),
    circle(0, -122, 74, "url(#spot)", { opacity: 0.55 }),
    path("M-34 -112 h68 l8 -8 h-84Z", { fill: "#0f1c2e" }),
    rect(-24, -88, 48, 26, cream, { opacity: 0.9 }),
    rect(-17, -80, 34, 3, slate),
    rect(-17, -73, 22, 3, slate),
  );
}
