import {
  apricot,
  brick,
  chance,
  circle,
  clouds,
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
  shape,
  slate,
} from "./draw.ts";

/** A lighthouse in a gale. */
export function storm(): string {
  return finished(
    [
      fade("sky", [
        [0, "#101d30"],
        [0.6, "#33495b"],
        [1, "#75888a"],
      ]),
      fade(
        "ray",
        [
          [0, "#fff0c2", 0.75],
          [1, "#fff0c2", 0],
        ],
        true,
      ),
      fade(
        "ray-back",
        [
          [0, "#fff0c2", 0],
          [1, "#fff0c2", 0.5],
        ],
        true,
      ),
      glow("lamp", [
        [0, "#fffbe6", 1],
        [0.2, "#ffe6a8", 0.7],
        [1, "#ffe6a8", 0],
      ]),
      fade("far", [
        [0, "#4a6a76"],
        [1, "#2c4a5c"],
      ]),
      fade("mid", [
        [0, "#3b6272"],
        [1, "#17344b"],
      ]),
      fade("near", [
        [0, "#28506a"],
        [1, "#0a1a2c"],
      ]),
      fade(
        "white",
        [
          [0, "#b9c3c0"],
          [0.35, "#fbf4e4"],
          [1, "#8f9a9b"],
        ],
        true,
      ),
      fade(
        "red",
        [
          [0, "#8f3d2c"],
          [0.35, "#cc634a"],
          [1, "#6f2f25"],
        ],
        true,
      ),
    ],
    rect(0, 0, 1600, 1000, "url(#sky)"),
    clouds(2, 120, "#0c1727", { many: 10, opacity: 0.85, wide: 420 }),
    clouds(17, 250, "#54697a", { many: 9, opacity: 0.55, wide: 380 }),
    clouds(29, 380, "#a3aea9", { many: 5, opacity: 0.3 }),
    shape(
      [
        [1080, 250],
        [1600, 90],
        [1600, 420],
        [1080, 272],
      ],
      "url(#ray)",
    ),
    shape(
      [
        [1040, 252],
        [0, 60],
        [0, 330],
        [1040, 270],
      ],
      "url(#ray-back)",
    ),
    wave(640, 26, 190, "url(#far)", 3),
    boat(),
    rock(),
    lighthouse(),
    wave(730, 44, 300, "url(#mid)", 9),
    spray(),
    wave(850, 62, 430, "url(#near)", 14),
    rain(),
  );
}

function wave(y: number, height: number, length: number, fill: string, seed: number): string {
  const next = chance(seed);
  let crest = "";
  let x = -length * next();
  let d = `M-20 1010 L-20 ${y}`;
  while (x < 1640) {
    const reach = length * (0.75 + next() * 0.5);
    const top = y - height * (0.6 + next() * 0.8);
    d += ` C${Math.round(x + reach * 0.35)} ${Math.round(y)} ${Math.round(x + reach * 0.5)} ${Math.round(top)} ${Math.round(x + reach * 0.72)} ${Math.round(top)} Q${Math.round(x + reach * 0.95)} ${Math.round(top + 4)} ${Math.round(x + reach)} ${Math.round(y)}`;
    crest += `M${Math.round(x + reach * 0.42)} ${Math.round(top + height * 0.42)} Q${Math.round(x + reach * 0.56)} ${Math.round(top - 2)} ${Math.round(x + reach * 0.74)} ${Math.round(top - 1)} Q${Math.round(x + reach * 0.9)} ${Math.round(top + 3)} ${Math.round(x + reach * 0.93)} ${Math.round(top + height * 0.4)} Q${Math.round(x + reach * 0.76)} ${Math.round(top + height * 0.16)} ${Math.round(x + reach * 0.42)} ${Math.round(top + height * 0.42)}Z`;
    x += reach;
  }
  return group({}, path(`${d} L1640 1010Z`, { fill }), path(crest, { fill: foam, opacity: 0.8 }));
}

function rock(): string {
  return group(
    {},
    path("M820 800 L860 690 L930 640 L1000 622 L1110 618 L1190 650 L1260 720 L1320 800Z", { fill: "#142435" }),
    path("M930 640 L1000 622 L1110 618 L1190 650 L1120 662 L1010 656Z", { fill: "#2c4152" }),
    path("M860 690 L930 640 L960 700 L900 760Z", { fill: "#22364a" }),
  );
}

function lighthouse(): string {
  const band = (from: number, to: number, fill: string) => {
    const half = (y: number) => 44 + ((y - 300) / 330) * 34;
    return shape(
      [
        [1060 - half(from), from],
        [1060 + half(from), from],
        [1060 + half(to), to],
        [1060 - half(to), to],
      ],
      fill,
    );
  };
  return group(
    {},
    band(300, 366, "url(#white)"),
    band(366, 432, "url(#red)"),
    band(432, 498, "url(#white)"),
    band(498, 564, "url(#red)"),
    band(564, 632, "url(#white)"),
    rect(1050, 392, 18, 28, ink, { rx: 8 }),
    rect(1050, 522, 18, 28, "#ffe0a0", { rx: 8 }),
    rect(1000, 288, 120, 14, ink),
    ...Array.from({ length: 9 }, (_, at) => line([1004 + at * 14, 264], [1004 + at * 14, 290], ink, 3)),
    line([1000, 264], [1120, 264], ink, 4),
    rect(1026, 232, 68, 56, "#ffeebb"),
    ...[1026, 1048, 1070, 1094].map((x) => line([x, 230], [x, 288], ink, 4)),
    path("M1016 232 Q1060 170 1104 232Z", { fill: brick }),
    line([1060, 196], [1060, 160], ink, 4),
    circle(1060, 260, 230, "url(#lamp)"),
  );
}

function boat(): string {
  return group(
    { transform: "translate(420 640) rotate(-13)" },
    path("M-120 -20 L130 -34 Q112 30 70 38 L-74 40 Q-108 22 -120 -20Z", { fill: "#1b3148" }),
    path("M-120 -20 L130 -34 L126 -20 L-116 -6Z", { fill: cream }),
    shape(
      [
        [-50, -20],
        [-44, -90],
        [34, -94],
        [44, -26],
      ],
      "#e9dcc0",
    ),
    rect(-34, -80, 26, 22, "#ffd98c"),
    rect(0, -82, 26, 22, slate),
    line([60, -28], [66, -180], ink, 5),
    line([66, -176], [-44, -92], ink, 2),
    path("M66 -174 l36 12 -34 14Z", { fill: apricot }),
    circle(66, -182, 6, "#ffe9b0"),
  );
}

function spray(): string {
  const next = chance(23);
  const drops = Array.from({ length: 160 }, () => {
    const angle = Math.PI * (1.06 + next() * 0.62);
    const reach = 40 + next() ** 1.5 * 300;
    return circle(880 + Math.cos(angle) * reach, 720 + Math.sin(angle) * reach * 0.9, 1.5 + next() * 6, foam, {
      opacity: 0.25 + next() * 0.6,
    });
  });
  return group(
    {},
    group(
      { filter: "url(#soft)", opacity: 0.75 },
      ellipse(850, 690, 110, 90, foam),
      ellipse(780, 640, 60, 90, foam),
      ellipse(930, 700, 120, 50, foam),
    ),
    ...drops,
    ellipse(1280, 740, 60, 16, foam, { opacity: 0.6 }),
  );
}

function rain(): string {
  const next = chance(64);
  return group(
    { stroke: "#dfe8e4", "stroke-width": 2, opacity: 0.28 },
    ...Array.from({ length: 130 }, () => {
      const x = next() * 1700;
      const y = next() * 900;
      const fall = 30 + next() * 50;
      return line([x, y], [x - fall * 0.55, y + fall], foam, 2);
    }),
  );
}
