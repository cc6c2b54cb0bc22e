import {
  apricot,
  brick,
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
} from "./draw.ts";

/** A small satellite over the night side; the strait glows below. */
export function satellite(): string {
  const next = chance(101);
  const stars = Array.from({ length: 190 }, () =>
    circle(next() * 1600, next() * 640, 0.8 + next() * 1.9, cream, { opacity: 0.25 + next() * 0.7 }),
  );
  return finished(
    [
      fade("space", [
        [0, "#060d1a"],
        [0.7, "#0f2038"],
        [1, "#1c3a55"],
      ]),
      glow("air", [
        [0.86, "#0f2038", 0],
        [0.93, "#6fb0b4", 0.5],
        [0.965, "#d8ecdc", 0.75],
        [0.98, "#3f7486", 0.2],
        [1, "#0f2038", 0],
      ]),
      glow("globe", [
        [0.55, "#0a1626"],
        [0.9, "#12283f"],
        [1, "#2c5568"],
      ]),
      glow("dawn", [
        [0, "#ffe6b0", 0.95],
        [0.2, "#f3b97a", 0.5],
        [1, "#f3b97a", 0],
      ]),
      glow("city", [
        [0, "#ffdf9c", 0.9],
        [1, "#ffb95e", 0],
      ]),
      fade("panel", [
        [0, "#3d6f8d"],
        [0.5, "#1d4463"],
        [1, "#15304b"],
      ]),
      fade("gold", [
        [0, "#f3cf86"],
        [0.5, "#c98c45"],
        [1, "#855328"],
      ]),
      fade("flank", [
        [0, "#a06a36"],
        [1, "#4f301d"],
      ]),
    ],
    rect(0, 0, 1600, 1000, "url(#space)"),
    ...stars,
    circle(800, 1930, 1390, "url(#air)"),
    circle(800, 1930, 1320, "url(#globe)"),
    circle(1440, 770, 420, "url(#dawn)"),
    land(),
    lights(),
    craft(),
  );
}

function land(): string {
  return group(
    { fill: "#1b3248", opacity: 0.95 },
    path("M0 790 Q220 690 420 664 Q560 650 640 690 Q700 740 610 790 Q560 840 640 900 L600 1000 L0 1000Z", {}),
    path(
      "M880 640 Q1080 640 1260 700 Q1460 760 1600 850 L1600 1000 L760 1000 Q720 900 780 840 Q840 790 800 730 Q790 670 880 640Z",
      {},
    ),
    path("M676 770 q40 -30 60 6 q10 40 -30 46 q-46 -8 -30 -52Z", {}),
  );
}

function lights(): string {
  const next = chance(7);
  const shore = Array.from({ length: 150 }, () => {
    const left = next() > 0.5;
    const t = next();
    const x = left ? 620 - 20 * Math.sin(t * 9) - next() * 60 : 800 + 24 * Math.sin(t * 8) + next() * 70;
    return circle(x, 680 + t * 300, 1 + next() * 2.6, "#ffd98f", { opacity: 0.4 + next() * 0.6 });
  });
  const inland = Array.from({ length: 120 }, () =>
    circle(next() * 1600, 720 + next() * 270, 0.8 + next() * 1.6, "#ffcf80", { opacity: 0.2 + next() * 0.5 }),
  );
  return group(
    {},
    ...inland,
    circle(596, 742, 90, "url(#city)"),
    circle(838, 800, 70, "url(#city)"),
    circle(704, 792, 34, "url(#city)", { opacity: 0.7 }),
    ...shore,
  );
}

function craft(): string {
  return group(
    { transform: "translate(740 380) rotate(-17)" },
    panel(-1),
    panel(1),
    // body
    rect(-110, -120, 220, 240, "url(#gold)"),
    shape(
      [
        [110, -120],
        [158, -152],
        [158, 84],
        [110, 120],
      ],
      "url(#flank)",
    ),
    shape(
      [
        [-110, -120],
        [-62, -152],
        [158, -152],
        [110, -120],
      ],
      "#f7e1b0",
    ),
    ...[0, 1, 2].map((at) => line([-110, -60 + at * 60], [110, -60 + at * 60], "#7a4c26", 3, { opacity: 0.55 })),
    ...[
      [-96, -106],
      [96, -106],
      [-96, 106],
      [96, 106],
    ].map(([x = 0, y = 0]) => circle(x, y, 5, "#6b4222")),
    // camera
    circle(-40, 30, 44, ink),
    circle(-40, 30, 34, "#183650"),
    circle(-40, 30, 20, sea),
    circle(-52, 18, 8, cream, { opacity: 0.85 }),
    // a small plate with a gull
    rect(26, 6, 64, 48, cream, { rx: 4 }),
    path("M34 34 q12 -16 24 -2 q12 -14 24 2", {
      fill: "none",
      stroke: brick,
      "stroke-width": 5,
      "stroke-linecap": "round",
    }),
    // antennas
    line([-80, 120], [-120, 300], sand, 4),
    line([80, 120], [130, 300], sand, 4),
    line([40, -152], [56, -290], sand, 4),
    circle(56, -292, 6, apricot),
    rect(-70, -96, 80, 50, "#20425c"),
    rect(-64, -90, 68, 38, "#2f6079"),
  );
}

function panel(side: 1 | -1): string {
  const cells = Array.from({ length: 24 }, (_, at) =>
    rect(side * 190 + side * (at % 8) * 46 - (side < 0 ? 44 : 0), -92 + Math.floor(at / 8) * 62, 42, 56, "url(#panel)"),
  );
  return group(
    {},
    line([side * 100, 0], [side * 190, 0], sand, 8),
    rect(side > 0 ? 184 : -184 - 376, -100, 376, 196, cream),
    ...cells,
    shape(
      [
        [side * 200, -92],
        [side * 330, -92],
        [side * 250, 92],
        [side * 200, 92],
      ],
      "#ffffff",
      { opacity: 0.1 },
    ),
  );
}
