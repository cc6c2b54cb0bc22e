import {
  apricot,
  brick,
  circle,
  cream,
  ellipse,
  fade,
  finished,
  glow,
  group,
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

/** A horseshoe table in an empty chamber, one folder open. It shows no real room. */
export function council(): string {
  const rays = Array.from({ length: 15 }, (_, at) =>
    shape(
      [
        [800, -60],
        [at * 128 - 160, 470],
        [at * 128 - 96, 470],
      ],
      cream,
      { opacity: 0.035 },
    ),
  );
  return finished(
    [
      fade("wall", [
        [0, "#1a2c45"],
        [1, "#3a5263"],
      ]),
      fade("floor", [
        [0, "#24394f"],
        [1, "#0e1b2d"],
      ]),
      fade("table", [
        [0, "#e9c891"],
        [0.6, "#c98e57"],
        [1, "#8a5637"],
      ]),
      fade("front", [
        [0, "#93603d"],
        [1, "#45291f"],
      ]),
      glow("pool", [
        [0, "#ffe9bd", 0.75],
        [0.5, "#f3c383", 0.25],
        [1, "#f3c383", 0],
      ]),
      glow("halo", [
        [0, "#fff4d4", 0.9],
        [1, "#fff4d4", 0],
      ]),
    ],
    rect(0, 0, 1600, 500, "url(#wall)"),
    tapestry(),
    ...rays,
    rect(0, 470, 1600, 530, "url(#floor)"),
    rect(0, 466, 1600, 8, "#0f1d30"),
    ellipse(800, 720, 900, 330, "url(#pool)"),
    chairs(380, 0.78, 520, 15),
    table(),
    folder(),
    lamp(),
  );
}

function tapestry(): string {
  const folds = Array.from({ length: 23 }, (_, at) =>
    rect(at * 72 - 20, 0, 30, 466, at % 2 === 0 ? "#0d1a2c" : "#46606f", { opacity: 0.28 }),
  );
  return group(
    {},
    ...folds,
    rect(520, 60, 560, 350, "#20384f"),
    rect(534, 74, 532, 322, "#2f5066"),
    circle(800, 236, 120, "none", { stroke: sand, "stroke-width": 3, opacity: 0.8 }),
    ...[40, 80].map((r) => ellipse(800, 236, r, 120, "none", { stroke: sand, "stroke-width": 2, opacity: 0.55 })),
    ...[-70, 0, 70].map((y) =>
      line([800 - Math.sqrt(14400 - y * y), 236 + y], [800 + Math.sqrt(14400 - y * y), 236 + y], sand, 2, {
        opacity: 0.55,
      }),
    ),
    line([800, 116], [800, 356], sand, 2, { opacity: 0.55 }),
  );
}

function chairs(rx: number, flat: number, y: number, many: number): string {
  return group(
    {},
    ...Array.from({ length: many }, (_, at) => {
      const angle = Math.PI + (Math.PI * at) / (many - 1);
      const x = 800 + Math.cos(angle) * (rx + 290);
      const top = y + 150 + Math.sin(angle) * (rx * flat * 0.72);
      return group(
        {},
        path(`M${x - 33} ${top + 80} v-74 q0 -32 33 -32 t33 32 v74Z`, { fill: at === 5 ? brick : night }),
        path(`M${x - 33} ${top + 6} q0 -32 33 -32 t33 32`, {
          fill: "none",
          stroke: at === 5 ? apricot : slate,
          "stroke-width": 4,
        }),
      );
    }),
  );
}

function table(): string {
  const outer = "M110 930 C110 470 430 500 800 500 S1490 470 1490 930";
  const inner = "L1290 930 C1290 640 1080 628 800 628 S310 640 310 930Z";
  const papers = Array.from({ length: 9 }, (_, at) => {
    const angle = Math.PI + (Math.PI * (at + 1)) / 10;
    const x = 800 + Math.cos(angle) * 560;
    const y = 850 + Math.sin(angle) * 285;
    return group(
      { transform: `rotate(${(at - 4) * 9} ${x} ${y})` },
      rect(x - 34, y - 15, 68, 30, cream, { opacity: 0.85 }),
      rect(x - 24, y - 7, 44, 3, slate, { opacity: 0.5 }),
      rect(x - 24, y + 1, 34, 3, slate, { opacity: 0.5 }),
    );
  });
  return group(
    {},
    path(
      "M310 930 C310 640 520 628 800 628 S1290 640 1290 930 L1290 1000 C1290 716 1080 704 800 704 S310 716 310 1000Z",
      { fill: "url(#front)" },
    ),
    path(`${outer} ${inner}`, { fill: "url(#table)" }),
    path(outer, { fill: "none", stroke: "#fbe6bd", "stroke-width": 5, opacity: 0.55 }),
    ...papers,
    rect(110, 930, 200, 70, "#6d4630"),
    rect(1290, 930, 200, 70, "#6d4630"),
  );
}

function folder(): string {
  return group(
    { transform: "translate(800 586) rotate(-3)" },
    shape(
      [
        [-118, -34],
        [4, -40],
        [4, 44],
        [-126, 40],
      ],
      "#f9f1de",
    ),
    shape(
      [
        [4, -40],
        [122, -34],
        [132, 42],
        [4, 44],
      ],
      "#efe2c4",
    ),
    line([4, -40], [4, 44], slate, 3),
    ...Array.from({ length: 6 }, (_, at) =>
      rect(-104, -22 + at * 10, at === 2 ? 54 : 88, 3.4, at === 2 ? brick : slate, { opacity: at === 2 ? 1 : 0.55 }),
    ),
    ...Array.from({ length: 6 }, (_, at) => rect(20, -22 + at * 10, 92 - (at % 3) * 16, 3.4, slate, { opacity: 0.5 })),
    path("M150 46 l44 -70 10 6 -44 70Z", { fill: sea }),
  );
}

function lamp(): string {
  return group(
    {},
    line([800, 0], [800, 78], ink, 4),
    ellipse(800, 88, 120, 54, "url(#halo)"),
    path("M742 96 q58 -60 116 0Z", { fill: ink }),
    ellipse(800, 97, 56, 7, "#fff3cf"),
  );
}
