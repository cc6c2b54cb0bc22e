import {
  apricot,
  brick,
  chance,
  circle,
  cream,
  ellipse,
  fade,
  finished,
  foam,
  glow,
  group,
  ink,
  line,
  path,
  rect,
  sand,
  shape,
  slate,
} from "./draw.ts";

/** Before the last penalty: fog, floodlights and one goalkeeper. */
export function stadium(): string {
  return finished(
    [
      fade("sky", [
        [0, "#0c1829"],
        [0.6, "#1e3852"],
        [1, "#45606b"],
      ]),
      fade("grass", [
        [0, "#4f7d58"],
        [1, "#1e4638"],
      ]),
      glow("lamp", [
        [0, "#ffffff", 1],
        [0.12, "#fff6da", 0.85],
        [1, "#cfe0da", 0],
      ]),
      fade("beam", [
        [0, "#f3f4e4", 0.32],
        [1, "#f3f4e4", 0],
      ]),
      fade("fog", [
        [0, "#cfdcd6", 0],
        [0.5, "#cfdcd6", 0.5],
        [1, "#cfdcd6", 0],
      ]),
    ],
    rect(0, 0, 1600, 600, "url(#sky)"),
    stand(),
    ...[230, 1370].map((x) => floodlight(x)),
    rect(0, 560, 1600, 440, "url(#grass)"),
    ...Array.from({ length: 8 }, (_, at) =>
      shape(
        [
          [800 + (at - 4) * 190, 560],
          [800 + (at - 3.5) * 190, 560],
          [800 + (at - 3.5) * 560, 1000],
          [800 + (at - 4) * 560, 1000],
        ],
        "#6b9a6c",
        { opacity: 0.16 },
      ),
    ),
    lines(),
    goal(),
    rect(0, 430, 1600, 260, "url(#fog)"),
    shape(
      [
        [170, 130],
        [290, 130],
        [1010, 900],
        [520, 1000],
      ],
      "url(#beam)",
    ),
    shape(
      [
        [1310, 130],
        [1430, 130],
        [1080, 1000],
        [590, 900],
      ],
      "url(#beam)",
    ),
    keeper(),
    circle(800, 884, 13, "#f8f6ee"),
    path("M794 878 l8 -3 6 6 -3 7 -8 0Z", { fill: ink }),
    gloves(),
  );
}

function stand(): string {
  const next = chance(88);
  const colours = [brick, apricot, cream, slate, "#2d4a62", sand, "#213a52"];
  const crowd: string[] = [];
  for (let row = 0; row < 13; row++) {
    for (let x = -6; x < 1606; x += 13.5) {
      const y = 352 + row * 15.5 + ((x - 800) / 800) ** 2 * -26;
      crowd.push(
        circle(x + next() * 6, y + next() * 4, 4.6, colours[Math.floor(next() * colours.length)] ?? slate, {
          opacity: 0.35 + next() * 0.45,
        }),
      );
    }
  }
  return group(
    {},
    path("M0 300 Q800 350 1600 300 L1600 580 L0 580Z", { fill: "#132a3f" }),
    ...crowd,
    path("M-10 286 Q800 236 1610 286 L1610 316 Q800 276 -10 316Z", { fill: "#0a1626" }),
    ...Array.from({ length: 12 }, (_, at) => line([70 + at * 133, 300], [70 + at * 133, 348], "#0a1626", 5)),
    rect(0, 548, 1600, 18, "#0d1d30"),
    ...Array.from({ length: 8 }, (_, at) =>
      rect(14 + at * 200, 550, 172, 14, at % 2 === 0 ? "#36566a" : "#7c3a34", { opacity: 0.9 }),
    ),
  );
}

function floodlight(x: number): string {
  const lamps = Array.from({ length: 12 }, (_, at) =>
    circle(x - 54 + (at % 4) * 36, 76 + Math.floor(at / 4) * 30, 11, "#fffbe9"),
  );
  return group(
    {},
    line([x, 130], [x, 340], "#0a1626", 14),
    rect(x - 78, 56, 156, 100, "#0a1626", { rx: 6 }),
    ...lamps,
    circle(x, 106, 330, "url(#lamp)", { opacity: 0.75 }),
  );
}

function lines(): string {
  return group(
    { fill: "none", stroke: foam, "stroke-width": 5, opacity: 0.8 },
    path("M0 640 H1600", {}),
    path("M330 640 L130 930 H1470 L1270 640", {}),
    path("M560 640 L500 740 H1100 L1040 640", {}),
    ellipse(800, 884, 10, 4, foam),
  );
}

function goal(): string {
  const net = [
    ...Array.from({ length: 25 }, (_, at) =>
      line([596 + at * 17, 478], [620 + at * 15, 628], foam, 1.2, { opacity: 0.5 }),
    ),
    ...Array.from({ length: 10 }, (_, at) =>
      line([598 + at * 2, 484 + at * 16], [1002 - at * 2, 484 + at * 16], foam, 1.2, { opacity: 0.5 }),
    ),
  ];
  return group(
    {},
    ...net,
    path("M590 642 V474 H1010 V642", { fill: "none", stroke: "#ffffff", "stroke-width": 11 }),
    circle(800, 566, 15, "#111f31"),
    path("M776 640 Q770 584 800 582 Q830 584 824 640Z", { fill: "#d9b13f" }),
    path("M780 596 L742 566 M820 596 L858 566", { stroke: "#d9b13f", "stroke-width": 11, "stroke-linecap": "round" }),
  );
}

function keeper(): string {
  return group(
    { transform: "translate(560 960)" },
    path("M20 8 L190 -60 L230 -46 L60 22Z", { fill: "#0c241d", opacity: 0.45 }),
    path("M-190 -40 L-20 8 L20 8 L-150 -54Z", { fill: "#0c241d", opacity: 0.3 }),
    rect(-34, -120, 28, 124, "#15263b", { rx: 8 }),
    rect(10, -120, 28, 124, "#15263b", { rx: 8 }),
    rect(-38, -60, 34, 54, cream, { rx: 6 }),
    rect(8, -60, 34, 54, cream, { rx: 6 }),
    path("M-58 -104 Q-66 -270 0 -274 Q66 -270 58 -104Z", { fill: brick }),
    path("M-50 -250 Q-92 -190 -84 -112 M50 -250 Q92 -190 84 -112", {
      stroke: brick,
      "stroke-width": 30,
      fill: "none",
      "stroke-linecap": "round",
    }),
    circle(-84, -100, 15, "#c79067"),
    circle(84, -100, 15, "#c79067"),
    rect(-14, -292, 28, 26, "#c79067"),
    circle(0, -318, 35, "#c79067"),
    path("M-37 -318 Q-40 -362 0 -362 Q40 -362 37 -318 Q20 -336 0 -334 Q-20 -336 -37 -318Z", { fill: ink }),
    path("M-16 -236 h26 q8 0 8 9 t-8 10 l-18 54", { fill: "none", stroke: cream, "stroke-width": 0 }),
    path("M-12 -226 V-166", { stroke: cream, "stroke-width": 12 }),
  );
}

function gloves(): string {
  return group(
    { transform: "translate(1010 652)" },
    path("M-20 0 q-4 -20 10 -22 l6 -10 8 2 0 10 q12 2 8 20Z", { fill: apricot }),
    path("M20 2 q-4 -20 10 -22 l6 -10 8 2 0 10 q12 2 8 20Z", { fill: apricot }),
  );
}
