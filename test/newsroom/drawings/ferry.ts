import {
  apricot,
  birds,
  brick,
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
  mist,
  night,
  path,
  rect,
  sand,
  sea,
  shape,
  slate,
} from "./draw.ts";

/** A ferry that does not sail, at dawn. */
export function ferry(): string {
  return finished(
    [
      fade("sky", [
        [0, "#26425f"],
        [0.45, "#7d98a3"],
        [0.78, "#f0c79a"],
        [1, "#f6dcb6"],
      ]),
      fade("water", [
        [0, "#d9b98f"],
        [0.25, "#6f8f99"],
        [1, "#1b3550"],
      ]),
      glow("sun", [
        [0, "#fff3d6", 0.95],
        [0.25, "#f9cf93", 0.6],
        [1, "#f0b57b", 0],
      ]),
      glow("lamp", [
        [0, "#fff2c9", 0.95],
        [0.3, "#f6c880", 0.45],
        [1, "#f6c880", 0],
      ]),
      fade("hull", [
        [0, "#fbf5e8"],
        [1, "#c9cfca"],
      ]),
      fade("quay", [
        [0, "#22354a"],
        [1, "#0e1a2b"],
      ]),
    ],
    rect(0, 0, 1600, 640, "url(#sky)"),
    circle(1180, 560, 520, "url(#sun)"),
    clouds(4, 250, cream, { many: 9, opacity: 0.5 }),
    clouds(9, 420, apricot, { many: 7, opacity: 0.35 }),
    hills(12, 560, 120, "#8299a0"),
    hills(31, 598, 70, "#5f7d88"),
    rect(0, 622, 1600, 378, "url(#water)"),
    glints(5, 628, 980, "#fbe3b8", { many: 170, centre: 1180, spread: 420, opacity: 0.7 }),
    glints(8, 640, 990, foam, { many: 120, opacity: 0.28 }),
    birds(3, [1120, 270], 7, slate),
    ship(),
    quay(),
  );
}

function ship(): string {
  const windows = Array.from({ length: 17 }, (_, at) =>
    rect(330 + at * 40, 520, 22, 16, at % 5 === 3 ? "#6b8087" : "#f7d48c", { rx: 3 }),
  );
  const portholes = Array.from({ length: 11 }, (_, at) => circle(300 + at * 66, 640, 7, "#44606e"));
  const reflection = group(
    { opacity: 0.3 },
    shape(
      [
        [190, 728],
        [1090, 728],
        [1020, 860],
        [260, 850],
      ],
      foam,
    ),
    ...Array.from({ length: 12 }, (_, at) =>
      rect(210 + (at % 3) * 60, 742 + at * 11, 700 - at * 34, 4, "#20405a", { opacity: 0.5 }),
    ),
  );
  return group(
    {},
    reflection,
    // hull
    path("M170 600 L1130 600 Q1110 668 1050 728 L250 728 Q196 690 170 600Z", { fill: "url(#hull)" }),
    path("M206 690 L1082 690 Q1068 712 1050 728 L250 728 Q224 712 206 690Z", { fill: brick }),
    rect(186, 612, 930, 8, slate, { opacity: 0.5 }),
    ...portholes,
    // decks
    shape(
      [
        [290, 600],
        [310, 500],
        [1030, 500],
        [1052, 600],
      ],
      "#f3ecdd",
    ),
    shape(
      [
        [290, 600],
        [296, 566],
        [1045, 566],
        [1052, 600],
      ],
      "#d5d6cf",
    ),
    ...windows,
    shape(
      [
        [400, 500],
        [420, 424],
        [972, 424],
        [1008, 500],
      ],
      "#fbf6ea",
    ),
    ...Array.from({ length: 11 }, (_, at) =>
      rect(444 + at * 44, 448, 26, 22, at === 2 || at === 3 ? "#f9dc9d" : "#5c7681", { rx: 3 }),
    ),
    // bridge
    shape(
      [
        [800, 424],
        [812, 364],
        [938, 364],
        [966, 424],
      ],
      "#f3ecdd",
    ),
    shape(
      [
        [826, 402],
        [832, 376],
        [930, 376],
        [944, 402],
      ],
      night,
    ),
    rect(838, 380, 40, 18, "#f6cf86", { opacity: 0.9 }),
    // funnel and mast
    shape(
      [
        [540, 424],
        [556, 320],
        [648, 320],
        [644, 424],
      ],
      brick,
    ),
    shape(
      [
        [551, 352],
        [556, 320],
        [648, 320],
        [647, 352],
      ],
      ink,
    ),
    rect(553, 372, 92, 16, cream),
    line([880, 364], [880, 250], ink, 6),
    line([846, 290], [914, 290], ink, 4),
    circle(880, 246, 60, "url(#lamp)"),
    circle(880, 246, 6, "#fff4d0"),
    // boats
    ...[360, 470, 690].map((x) => path(`M${x} 486 h74 q-6 22 -20 24 h-34 q-14 -2 -20 -24Z`, { fill: apricot })),
    // raised ramp
    shape(
      [
        [1120, 604],
        [1150, 604],
        [1206, 470],
        [1184, 462],
      ],
      slate,
    ),
    line([1056, 560], [1190, 470], ink, 4),
  );
}

function quay(): string {
  const bollards = [120, 520, 1010].map((x) =>
    group({}, rect(x, 800, 44, 40, "#0b1524", { rx: 8 }), rect(x - 8, 792, 60, 16, "#16273c", { rx: 8 })),
  );
  const lamps = [1310, 1490].map((x, at) =>
    group(
      {},
      circle(x - 34, 432 + at * 30, 150, "url(#lamp)"),
      rect(x, 430 + at * 30, 9, 420 - at * 30, ink),
      path(`M${x + 4} ${434 + at * 30} q-4 -26 -46 -14`, { fill: "none", stroke: ink, "stroke-width": 8 }),
      rect(x - 56, 420 + at * 30, 32, 12, "#fff0c4", { rx: 5 }),
    ),
  );
  return group(
    {},
    ...lamps,
    shape(
      [
        [0, 838],
        [1600, 800],
        [1600, 1000],
        [0, 1000],
      ],
      "url(#quay)",
    ),
    shape(
      [
        [0, 838],
        [1600, 800],
        [1600, 812],
        [0, 852],
      ],
      mist,
      { opacity: 0.4 },
    ),
    path("M150 812 Q230 760 262 716", { fill: "none", stroke: sand, "stroke-width": 5 }),
    path("M1030 806 Q1070 762 1060 720", { fill: "none", stroke: sand, "stroke-width": 5 }),
    ...bollards,
    // a picket: a few people and a brazier
    circle(1330, 850, 130, "url(#lamp)"),
    rect(1308, 850, 44, 50, "#2a1c1c", { rx: 4 }),
    shape(
      [
        [1312, 852],
        [1322, 818],
        [1331, 838],
        [1338, 808],
        [1349, 852],
      ],
      "#f7b45d",
    ),
    ...[1216, 1262, 1398, 1452].map((x, at) => figure(x, 912 + (at % 2) * 8, at % 2 === 0 ? 1 : -1)),
    shape(
      [
        [1172, 790],
        [1180, 790],
        [1180, 906],
        [1172, 906],
      ],
      ink,
    ),
    rect(1120, 740, 112, 62, cream, { rx: 3 }),
    rect(1136, 756, 80, 7, sea),
    rect(1136, 774, 56, 7, sea),
  );
}

function figure(x: number, foot: number, facing: 1 | -1): string {
  return group(
    { fill: "#0b1626" },
    circle(x, foot - 132, 15, "#0b1626"),
    path(
      `M${x - 20} ${foot - 40} Q${x - 26} ${foot - 112} ${x} ${foot - 114} Q${x + 26} ${foot - 112} ${x + 20} ${foot - 40}Z`,
      {},
    ),
    rect(x - 16, foot - 50, 13, 50, "#0b1626"),
    rect(x + 4, foot - 50, 13, 50, "#0b1626"),
    path(`M${x} ${foot - 100} q${18 * facing} 20 ${34 * facing} 12`, {
      fill: "none",
      stroke: "#0b1626",
      "stroke-width": 9,
      "stroke-linecap": "round",
    }),
    path(`M${x + facing * 15} ${foot - 142} q${facing * 6} 12 0 22`, {
      fill: "none",
      stroke: apricot,
      "stroke-width": 3,
      opacity: 0.8,
    }),
  );
}
