import {
  apricot,
  birds,
  brick,
  chance,
  circle,
  clouds,
  cream,
  fade,
  finished,
  foam,
  glints,
  glow,
  group,
  hills,
  ink,
  line,
  moss,
  path,
  rect,
  sand,
  sea,
  shape,
  slate,
  wine,
} from "./draw.ts";

/** Quay Four in the light of a low sun. */
export function cranes(): string {
  return finished(
    [
      fade("sky", [
        [0, "#3b6276"],
        [0.45, "#a9bdb3"],
        [0.8, "#f3cf98"],
        [1, "#f0b678"],
      ]),
      fade("water", [
        [0, "#d9a877"],
        [0.35, "#58808a"],
        [1, "#16304a"],
      ]),
      glow("sun", [
        [0, "#fff8e2", 1],
        [0.2, "#fde2ac", 0.75],
        [1, "#f3c078", 0],
      ]),
      fade("hull", [
        [0, "#27455f"],
        [1, "#0f2034"],
      ]),
    ],
    rect(0, 0, 1600, 700, "url(#sky)"),
    circle(420, 520, 560, "url(#sun)"),
    circle(420, 520, 74, "#fff6dc"),
    clouds(33, 200, cream, { many: 8, opacity: 0.55 }),
    clouds(14, 380, apricot, { many: 6, opacity: 0.35 }),
    hills(5, 590, 130, "#93a79f"),
    hills(26, 636, 60, "#6d8b8c"),
    rect(0, 660, 1600, 340, "url(#water)"),
    glints(6, 664, 990, "#fff0c9", { many: 190, centre: 420, spread: 380, opacity: 0.75 }),
    glints(16, 690, 990, foam, { many: 90, opacity: 0.25 }),
    birds(8, [700, 250], 8, "#33566a"),
    crane(1380, 0.82, "#5a3a3f"),
    crane(1090, 0.92, wine),
    ship(),
    crane(760, 1.06, brick),
    quay(),
  );
}

function crane(x: number, size: number, colour: string): string {
  const braces = Array.from({ length: 9 }, (_, at) =>
    path(`M${-360 + at * 60} -400 l30 -26 l30 26`, { fill: "none", stroke: colour, "stroke-width": 5 }),
  );
  return group(
    { transform: `translate(${x} 850) scale(${size})` },
    // legs
    line([-70, 0], [-70, -400], colour, 18),
    line([90, 0], [90, -400], colour, 18),
    line([-70, -10], [90, -190], colour, 8),
    line([90, -10], [-70, -190], colour, 8),
    rect(-84, -200, 190, 14, colour),
    rect(-100, -16, 60, 22, ink),
    rect(62, -16, 60, 22, ink),
    // boom
    rect(-380, -402, 620, 16, colour),
    ...braces,
    line([-360, -426], [200, -426], colour, 5),
    shape(
      [
        [-20, -402],
        [4, -560],
        [20, -560],
        [60, -402],
      ],
      colour,
    ),
    line([8, -556], [-366, -408], colour, 5),
    line([8, -556], [226, -408], colour, 5),
    rect(150, -448, 84, 50, colour),
    rect(-6, -386, 46, 40, cream),
    rect(0, -380, 34, 18, slate),
    // trolley and box
    rect(-250, -388, 54, 14, ink),
    line([-240, -374], [-240, -250], ink, 3),
    line([-206, -374], [-206, -250], ink, 3),
    rect(-272, -250, 98, 42, colour === brick ? sea : apricot),
    ...[0, 1, 2, 3, 4].map((at) => line([-262 + at * 20, -246], [-262 + at * 20, -212], ink, 2, { opacity: 0.35 })),
  );
}

function ship(): string {
  const next = chance(77);
  const colours = [brick, sea, sand, moss, apricot, slate, "#8c3f3f", cream];
  const boxes = Array.from({ length: 15 }, (_, column) => {
    const height = 3 + Math.floor(next() * 3);
    return Array.from({ length: height }, (_, row) => {
      const colour = colours[Math.floor(next() * colours.length)] ?? brick;
      const x = 250 + column * 56;
      const y = 700 - row * 32;
      return group(
        {},
        rect(x, y, 53, 30, colour),
        rect(x, y, 53, 4, "#ffffff", { opacity: 0.18 }),
        ...[1, 2, 3, 4].map((at) => line([x + at * 10.6, y + 3], [x + at * 10.6, y + 28], ink, 1.4, { opacity: 0.22 })),
      );
    });
  }).flat();
  return group(
    {},
    ...boxes,
    // bridge
    shape(
      [
        [1096, 730],
        [1102, 520],
        [1196, 520],
        [1204, 730],
      ],
      cream,
    ),
    ...[548, 584, 620, 656].map((y) => rect(1110, y, 80, 12, slate)),
    rect(1080, 506, 136, 22, "#e6d9bf"),
    shape(
      [
        [1130, 506],
        [1136, 450],
        [1176, 450],
        [1180, 506],
      ],
      brick,
    ),
    // hull
    path("M150 728 L1290 728 Q1276 830 1210 880 L270 880 Q190 836 150 728Z", { fill: "url(#hull)" }),
    path("M214 840 L1248 840 Q1234 862 1210 880 L270 880 Q238 864 214 840Z", { fill: wine }),
    rect(164, 740, 1116, 5, foam, { opacity: 0.5 }),
    ...[0, 1, 2, 3, 4].map((at) => rect(206, 790 + at * 12, 16, 3, foam, { opacity: 0.7 })),
  );
}

function quay(): string {
  return group(
    {},
    shape(
      [
        [0, 900],
        [1600, 858],
        [1600, 1000],
        [0, 1000],
      ],
      "#142338",
    ),
    shape(
      [
        [0, 900],
        [1600, 858],
        [1600, 868],
        [0, 911],
      ],
      sand,
      { opacity: 0.55 },
    ),
    ...Array.from({ length: 13 }, (_, at) => rect(40 + at * 128, 922 - at * 3.3, 56, 9, "#22374f")),
    ...[
      [210, 60],
      [290, 60],
      [250, 22],
      [1300, 50],
    ].map(([x = 0, lift = 0], at) =>
      group(
        {},
        rect(x, 968 - lift, 76, 38, [brick, sea, apricot, moss][at] ?? brick),
        rect(x, 968 - lift, 76, 4, "#ffffff", { opacity: 0.2 }),
      ),
    ),
    ...[620, 668, 1150].map((x, at) =>
      group(
        {},
        circle(x, 912, 10, "#0b1626"),
        path(`M${x - 13} 972 Q${x - 18} 924 ${x} 922 Q${x + 18} 924 ${x + 13} 972Z`, {
          fill: at === 1 ? apricot : "#0b1626",
        }),
        path(`M${x - 11} 909 q11 -16 22 0Z`, { fill: sand }),
      ),
    ),
  );
}
