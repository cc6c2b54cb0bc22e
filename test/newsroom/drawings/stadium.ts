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
  for (let row = 0; row < 11; row++) {
    for (let x = -6; x < 1606; x += 18.5) {
      const y = 354 + row * 18 + ((x - 800) / 800) ** 2 * -26;
      crowd.push(
        circle(x + next() * 6, y + next() * 4, 5.2, colours[Math.floor(next() * colours.length)] ?? slate, {
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
    { transform: "translate(560 972) scale(0.94)" },
    path("M20 8 L210 -70 L250 -54 L60 22Z", { fill: "#0c241d", opacity: 0.45 }),
    path("M-210 -44 L-20 8 L20 8 L-168 -60Z", { fill: "#0c241d", opacity: 0.3 }),
    // legs in stride
    path("M-30 -210 L-2 -210 L-14 -104 L-22 4 L-52 4 L-44 -104Z", { fill: "#c79067" }),
    path("M4 -210 L34 -210 L44 -110 L34 -6 L6 -6 L16 -110Z", { fill: "#b57f59" }),
    path("M-45 -96 L-13 -96 L-20 -4 L-52 -4Z", { fill: cream }),
    path("M13 -100 L46 -100 L36 -12 L6 -12Z", { fill: "#ddd3bd" }),
    path("M-58 6 q0 -16 18 -14 h20 v14Z M2 -4 q0 -14 16 -14 h20 v14Z", { fill: ink }),
    path("M-46 -270 H46 L50 -178 L8 -176 L0 -214 L-6 -176 L-48 -178Z", { fill: "#15263b" }),
    // shirt, seen from behind
    path("M-52 -250 Q-64 -372 -34 -398 Q0 -412 34 -398 Q64 -372 52 -250Z", { fill: brick }),
    path("M-44 -380 Q-86 -330 -80 -246 M44 -380 Q86 -330 78 -246", {
      stroke: brick,
      "stroke-width": 25,
      fill: "none",
      "stroke-linecap": "round",
    }),
    path("M-26 -396 Q0 -380 26 -396 L22 -404 Q0 -392 -22 -404Z", { fill: "#8c3a2b" }),
    circle(-79, -234, 13, "#c79067"),
    circle(77, -234, 13, "#c79067"),
    path("M-12 -354 L2 -362 V-290", { stroke: cream, "stroke-width": 11, fill: "none" }),
    rect(-12, -416, 24, 22, "#b57f59"),
    circle(0, -436, 27, "#c79067"),
    path("M-29 -430 Q-32 -470 0 -470 Q32 -470 29 -430 Q22 -412 0 -410 Q-22 -412 -29 -430Z", { fill: ink }),
  );
}

function gloves(): string {
  return group(
    { transform: "translate(1010 652)" },
    path("M-20 0 q-4 -20 10 -22 l6 -10 8 2 0 10 q12 2 8 20Z", { fill: apricot }),
    path("M20 2 q-4 -20 10 -22 l6 -10 8 2 0 10 q12 2 8 20Z", { fill: apricot }),
  );
}
