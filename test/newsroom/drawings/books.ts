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

/** Bookstalls under lanterns on the old fish market’s steps. */
export function books(): string {
  return finished(
    [
      fade("sky", [
        [0, "#22365a"],
        [0.6, "#8a7f96"],
        [1, "#eab98c"],
      ]),
      fade("ground", [
        [0, "#6a5a5c"],
        [1, "#251f2d"],
      ]),
      fade("wood", [
        [0, "#b07a4b"],
        [1, "#6b4229"],
      ]),
      glow("lamp", [
        [0, "#fff3c8", 0.95],
        [0.25, "#f8cf88", 0.5],
        [1, "#f8cf88", 0],
      ]),
    ],
    rect(0, 0, 1600, 700, "url(#sky)"),
    ...[
      [240, 80],
      [520, 140],
      [900, 60],
      [1180, 120],
      [1420, 70],
      [700, 200],
    ].map(([x = 0, y = 0]) => circle(x, y, 2.6, cream, { opacity: 0.8 })),
    hills(9, 520, 80, "#6d6c86"),
    arcade(),
    rect(0, 690, 1600, 310, "url(#ground)"),
    ...Array.from({ length: 7 }, (_, at) =>
      line([0, 716 + at * at * 6], [1600, 716 + at * at * 6], "#1a1624", 2, { opacity: 0.35 }),
    ),
    stall(90, brick, 31),
    stall(600, sea, 47),
    stall(1110, moss, 59),
    lanterns(),
    reader(470, 940, 1.1, wine),
    reader(1010, 930, 1, slate),
    child(1080, 944),
    reader(1530, 950, 1.15, "#8a5a3c"),
  );
}

function arcade(): string {
  return group(
    {},
    rect(0, 380, 1600, 320, "#4b4a63"),
    rect(0, 364, 1600, 22, "#6a667c"),
    ...Array.from({ length: 9 }, (_, at) =>
      path(
        `M${20 + at * 180} 700 V540 Q${20 + at * 180} 450 ${98 + at * 180} 450 Q${176 + at * 180} 450 ${176 + at * 180} 540 V700Z`,
        { fill: at % 3 === 1 ? "#d9a367" : "#2b2c45", opacity: at % 3 === 1 ? 0.85 : 1 },
      ),
    ),
    ...Array.from({ length: 16 }, (_, at) => rect(34 + at * 100, 402, 30, 26, at % 4 === 2 ? "#f3cf8c" : "#34344e")),
  );
}

function stall(x: number, colour: string, seed: number): string {
  const next = chance(seed);
  const spines = [brick, sea, sand, moss, apricot, wine, cream, slate, "#394b6b", "#c9a24f"];
  const row = (y: number) => {
    const made: string[] = [];
    for (let at = x + 26; at < x + 380; ) {
      const width = 11 + next() * 15;
      const height = 54 + next() * 34;
      const fill = spines[Math.floor(next() * spines.length)] ?? brick;
      made.push(
        group(
          next() > 0.88 ? { transform: `rotate(9 ${at} ${y})` } : {},
          rect(at, y - height, width, height, fill),
          rect(at + 2, y - height * 0.8, width - 4, 4, ink, { opacity: 0.35 }),
          rect(at + 2, y - height * 0.7, width - 4, 2, ink, { opacity: 0.35 }),
        ),
      );
      at += width + 1.5;
    }
    return made;
  };
  const stripes = Array.from({ length: 10 }, (_, at) =>
    path(`M${x + at * 42} 470 L${x - 20 + at * 46} 560 q23 26 46 0 L${x + 42 + at * 42} 470Z`, {
      fill: at % 2 === 0 ? colour : cream,
    }),
  );
  return group(
    {},
    ellipse(x + 210, 930, 260, 26, "#120e1a", { opacity: 0.5 }),
    rect(x, 540, 14, 390, "#4e3224"),
    rect(x + 396, 540, 14, 390, "#4e3224"),
    rect(x + 12, 640, 386, 290, "#3a2620"),
    ...row(706),
    rect(x + 8, 706, 394, 12, "url(#wood)"),
    ...row(806),
    rect(x + 8, 806, 394, 12, "url(#wood)"),
    shape(
      [
        [x - 16, 846],
        [x + 426, 846],
        [x + 400, 936],
        [x + 10, 936],
      ],
      "url(#wood)",
    ),
    shape(
      [
        [x - 16, 836],
        [x + 426, 836],
        [x + 410, 810],
        [x, 810],
      ],
      "#c99360",
    ),
    ...[60, 150, 240, 330].map((dx, at) =>
      group(
        { transform: `rotate(${(at - 1.5) * 5} ${x + dx} 822)` },
        shape(
          [
            [x + dx - 34, 834],
            [x + dx + 30, 834],
            [x + dx + 24, 814],
            [x + dx - 28, 814],
          ],
          spines[(at * 3 + seed) % 10] ?? brick,
        ),
        rect(x + dx - 12, 821, 22, 4, cream, { opacity: 0.8 }),
      ),
    ),
    ...stripes,
    rect(x - 4, 462, 420, 12, ink, { opacity: 0.7 }),
  );
}

function lanterns(): string {
  const at = [40, 300, 556, 800, 1066, 1320, 1570];
  const cord = at.slice(0, -1).map((x, n) => {
    const to = at[n + 1] ?? x;
    return path(`M${x} 330 Q${(x + to) / 2} 400 ${to} 330`, { fill: "none", stroke: ink, "stroke-width": 3 });
  });
  return group(
    {},
    ...cord,
    ...at
      .flatMap((x) => [x, x + 128])
      .map((x, n) => {
        const y = n % 2 === 0 ? 344 : 376;
        return group(
          {},
          circle(x, y + 16, 120, "url(#lamp)", { opacity: 0.8 }),
          path(`M${x - 17} ${y} h34 l6 34 h-46Z`, { fill: "#ffe3a0" }),
          rect(x - 12, y - 6, 24, 7, ink),
        );
      }),
  );
}

function reader(x: number, foot: number, size: number, coat: string): string {
  return group(
    { transform: `translate(${x} ${foot}) scale(${size})` },
    ellipse(0, 4, 60, 10, "#0d0a14", { opacity: 0.5 }),
    rect(-22, -90, 18, 92, "#1a1a2a"),
    rect(4, -90, 18, 92, "#1a1a2a"),
    path("M-44 -76 Q-48 -220 0 -226 Q48 -220 44 -76Z", { fill: coat }),
    path("M-38 -196 Q-56 -150 -14 -136 M38 -196 Q54 -150 16 -136", {
      stroke: coat,
      "stroke-width": 22,
      fill: "none",
      "stroke-linecap": "round",
    }),
    path("M-30 -150 L0 -142 L30 -150 L30 -122 L0 -114 L-30 -122Z", { fill: cream }),
    line([0, -142], [0, -114], slate, 2),
    rect(-9, -240, 18, 18, "#b98761"),
    circle(0, -254, 25, "#c49269"),
    path("M-27 -254 Q-30 -286 0 -286 Q30 -286 27 -254 Q14 -268 -27 -254Z", { fill: "#201824" }),
  );
}

function child(x: number, foot: number): string {
  return group(
    { transform: `translate(${x} ${foot}) scale(0.62)` },
    rect(-18, -80, 15, 82, "#1a1a2a"),
    rect(4, -80, 15, 82, "#1a1a2a"),
    path("M-36 -70 Q-40 -176 0 -180 Q40 -176 36 -70Z", { fill: apricot }),
    path("M30 -160 Q66 -190 60 -226", { stroke: apricot, "stroke-width": 18, fill: "none", "stroke-linecap": "round" }),
    circle(0, -206, 25, "#c49269"),
    path("M-27 -206 Q-30 -238 0 -238 Q30 -238 27 -206 Q14 -220 -27 -206Z", { fill: "#3a241c" }),
  );
}
