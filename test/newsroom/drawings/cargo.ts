import {
  apricot,
  brick,
  chance,
  circle,
  cream,
  ellipse,
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

/** Sacks under seal in a customs shed. */
export function cargo(): string {
  return finished(
    [
      fade("shed", [
        [0, "#2b3c4c"],
        [1, "#4d5a5c"],
      ]),
      fade("floor", [
        [0, "#6d6a60"],
        [1, "#2a2c31"],
      ]),
      fade("day", [
        [0, "#f7e3b6"],
        [1, "#e9b67c"],
      ]),
      fade("shaft", [
        [0, "#ffedc2", 0.5],
        [1, "#ffedc2", 0],
      ]),
      glow("haze", [
        [0, "#ffeabb", 0.8],
        [1, "#ffeabb", 0],
      ]),
      fade("sack", [
        [0, "#a98d66"],
        [1, "#6d5740"],
      ]),
      fade("sack-dark", [
        [0, "#8a7253"],
        [1, "#544231"],
      ]),
    ],
    rect(0, 0, 1600, 1000, "url(#shed)"),
    roof(),
    door(),
    rect(0, 700, 1600, 300, "url(#floor)"),
    shape(
      [
        [560, 700],
        [1040, 700],
        [1380, 1000],
        [220, 1000],
      ],
      "#ffe6b3",
      { opacity: 0.28 },
    ),
    stack(130, 760, 5, 5, 4),
    stack(1120, 760, 5, 4, 8),
    tape(),
    scale(),
    officer(),
    dog(),
  );
}

function roof(): string {
  const beams = Array.from({ length: 8 }, (_, at) =>
    path(`M${at * 230 - 20} 0 L${at * 230 + 95} 150 L${at * 230 + 210} 0`, {
      fill: "none",
      stroke: "#1c2937",
      "stroke-width": 12,
    }),
  );
  return group(
    {},
    ...Array.from({ length: 32 }, (_, at) => rect(at * 50, 150, 24, 550, "#1d2c3b", { opacity: 0.16 })),
    rect(0, 146, 1600, 18, "#1c2937"),
    ...beams,
    rect(0, 0, 1600, 12, "#1c2937"),
    ...[330, 1180].map((x) =>
      shape(
        [
          [x, 60],
          [x + 90, 60],
          [x + 330, 720],
          [x + 20, 720],
        ],
        "url(#shaft)",
      ),
    ),
  );
}

function door(): string {
  return group(
    {},
    rect(540, 240, 520, 460, "url(#day)"),
    rect(540, 560, 520, 140, sea),
    ...Array.from({ length: 7 }, (_, at) => rect(580 + at * 62, 580 + (at % 3) * 34, 60, 4, cream, { opacity: 0.6 })),
    path("M600 566 h300 q-10 44 -40 50 h-220 q-28 -10 -40 -50Z", { fill: "#223950" }),
    rect(660, 510, 90, 56, cream),
    rect(670, 520, 70, 12, slate),
    line([830, 566], [830, 420], "#223950", 6),
    line([830, 430], [900, 560], "#223950", 2),
    rect(1000, 240, 60, 460, "#33475a"),
    rect(540, 240, 40, 460, "#33475a"),
    rect(528, 226, 544, 20, "#16222f"),
    circle(800, 480, 420, "url(#haze)"),
  );
}

function stack(x: number, foot: number, columns: number, rows: number, seed: number): string {
  const next = chance(seed);
  const sacks: string[] = [];
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = 0; column < columns - Math.floor(row / 2); column++) {
      const left = x + column * 76 + row * 19 + next() * 8;
      const top = foot - 66 - row * 58 + next() * 5;
      sacks.push(
        group(
          {},
          path(`M${left} ${top + 12} q10 -18 44 -14 q38 -6 46 16 q8 30 -4 48 q-44 10 -84 0 q-14 -24 -2 -50Z`, {
            fill: next() > 0.45 ? "url(#sack)" : "url(#sack-dark)",
            stroke: "#3d2e22",
            "stroke-width": 2,
          }),
          path(`M${left + 12} ${top + 24} q30 8 66 0`, {
            fill: "none",
            stroke: "#4a3828",
            "stroke-width": 2,
            opacity: 0.6,
          }),
          line([left + 86, top + 6], [left + 98, top], "#3d2e22", 4),
          next() > 0.55 ? rect(left + 34, top + 30, 26, 16, cream, { opacity: 0.85 }) : "",
        ),
      );
    }
  }
  return group(
    {},
    ellipse(x + columns * 40, foot + 6, columns * 52, 18, "#15171c", { opacity: 0.5 }),
    rect(x - 20, foot - 8, columns * 82, 12, "#6b4a2f"),
    ...sacks,
  );
}

function tape(): string {
  const strip = (from: number, to: number) => {
    const blocks = Array.from({ length: 11 }, (_, at) =>
      shape(
        [
          [from + at * 40, 800],
          [from + at * 40 + 20, 800],
          [from + at * 40 + 10, 826],
          [from + at * 40 - 10, 826],
        ],
        ink,
      ),
    );
    return group({}, rect(from - 10, 800, to - from, 26, "#e9b949"), ...blocks);
  };
  return group(
    {},
    ...[90, 540, 1070, 1530].map((x) => group({}, rect(x, 770, 10, 130, ink), ellipse(x + 5, 900, 34, 8, ink))),
    strip(100, 550),
    strip(1080, 1530),
  );
}

function scale(): string {
  return group(
    {},
    rect(640, 846, 240, 16, "#26323d"),
    rect(660, 862, 200, 20, "#3a4854"),
    rect(856, 690, 14, 160, "#26323d"),
    circle(863, 676, 46, "#26323d"),
    circle(863, 676, 38, cream),
    line([863, 676], [884, 650], brick, 4),
    ...Array.from({ length: 8 }, (_, at) =>
      circle(863 + Math.cos(at * 0.785) * 30, 676 + Math.sin(at * 0.785) * 30, 2.4, ink),
    ),
    path("M690 846 q-10 -70 30 -84 q50 -14 84 8 q34 18 22 76Z", {
      fill: "url(#sack)",
      stroke: "#3d2e22",
      "stroke-width": 3,
    }),
    path("M738 760 q16 -20 40 -2", { fill: "none", stroke: "#3d2e22", "stroke-width": 5 }),
    rect(734, 800, 44, 26, cream),
    rect(740, 808, 32, 3, slate),
    rect(740, 815, 22, 3, slate),
  );
}

function officer(): string {
  return group(
    { transform: "translate(990 930)" },
    ellipse(0, 4, 80, 12, "#101318", { opacity: 0.5 }),
    rect(-34, -150, 28, 154, "#15202e"),
    rect(6, -150, 28, 154, "#15202e"),
    path("M-60 -128 Q-66 -318 0 -326 Q66 -318 60 -128Z", { fill: "#28445c" }),
    path("M-50 -290 Q-90 -230 -62 -196 L-104 -206 M50 -290 Q84 -220 66 -150", {
      fill: "none",
      stroke: "#28445c",
      "stroke-width": 28,
      "stroke-linecap": "round",
    }),
    rect(-150, -250, 74, 94, "#7b5a38", { rx: 4 }),
    rect(-144, -240, 62, 78, cream),
    ...Array.from({ length: 5 }, (_, at) =>
      rect(-136, -228 + at * 13, at === 2 ? 30 : 46, 3.6, at === 2 ? brick : slate),
    ),
    rect(-60, -204, 120, 9, apricot),
    rect(-12, -344, 24, 24, "#b8855e"),
    circle(0, -366, 34, "#c6936b"),
    path("M-38 -374 Q-36 -412 0 -414 Q38 -412 38 -374 L-46 -372Z", { fill: "#1b2d40" }),
    rect(-44, -380, 86, 10, ink),
    circle(-8, -394, 6, sand),
  );
}

function dog(): string {
  return group(
    { transform: "translate(1120 940)" },
    ellipse(0, 2, 70, 9, "#101318", { opacity: 0.5 }),
    path("M-44 0 L-40 -60 Q-44 -96 -10 -96 Q34 -96 44 -56 L52 0 L36 0 L28 -42 L-20 -42 L-28 0Z", { fill: "#3b2c22" }),
    path("M-30 -84 L-64 -128 L-88 -118 L-92 -100 L-66 -92 L-44 -64Z", { fill: "#3b2c22" }),
    path("M-62 -128 L-54 -148 L-46 -120Z", { fill: "#2a1f18" }),
    path("M42 -66 q30 -14 26 -46", { fill: "none", stroke: "#3b2c22", "stroke-width": 9, "stroke-linecap": "round" }),
    path("M-52 -96 L-30 -78", { stroke: brick, "stroke-width": 8 }),
  );
}
