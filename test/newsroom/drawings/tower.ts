import {
  apricot,
  birds,
  brick,
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

/** The harbour tower above the fog, one window lit. */
export function tower(): string {
  const fog = (id: string, y: number, opacity: number, at: number) =>
    group(
      { filter: "url(#soft)", opacity },
      ...Array.from({ length: 9 }, (_, n) => ellipse(n * 210 - 60 + at * 70, y + (n % 3) * 26, 240, 60, `url(#${id})`)),
    );
  return finished(
    [
      fade("sky", [
        [0, "#2b4763"],
        [0.5, "#7f95a0"],
        [1, "#e9c8a1"],
      ]),
      glow("moon", [
        [0, "#fffbe6", 0.9],
        [0.2, "#f2e6c4", 0.5],
        [1, "#f2e6c4", 0],
      ]),
      fade("fog", [
        [0, "#eef0e6"],
        [1, "#b9c7c5"],
      ]),
      fade("fog-dark", [
        [0, "#c4d0cc"],
        [1, "#8ea3a8"],
      ]),
      fade(
        "shaft",
        [
          [0, "#6e8289"],
          [0.35, "#e9e4d5"],
          [1, "#5b6f79"],
        ],
        true,
      ),
      glow("lit", [
        [0, "#ffe9ae", 0.95],
        [0.3, "#f8cd83", 0.5],
        [1, "#f8cd83", 0],
      ]),
      fade(
        "ray",
        [
          [0, "#ffe9b4", 0.55],
          [1, "#ffe9b4", 0],
        ],
        true,
      ),
    ],
    rect(0, 0, 1600, 1000, "url(#sky)"),
    circle(330, 230, 260, "url(#moon)"),
    circle(330, 230, 46, "#fffbea"),
    birds(12, [1240, 300], 6, "#2c4257"),
    far(),
    fog("fog-dark", 690, 0.75, 0),
    masts(),
    fog("fog", 760, 0.85, 1),
    shape(
      [
        [900, 248],
        [1600, 120],
        [1600, 330],
        [900, 276],
      ],
      "url(#ray)",
    ),
    body(),
    fog("fog", 870, 0.95, 2),
    rect(0, 900, 1600, 100, "#cdd6d1", { opacity: 0.75 }),
    fog("fog", 960, 1, 3),
    line([0, 986], [1600, 986], foam, 4, { opacity: 0.4 }),
  );
}

function far(): string {
  return group(
    {},
    path("M0 620 Q180 560 380 600 T760 590 T1130 610 T1600 560 L1600 1000 L0 1000Z", { fill: "#6b828d" }),
    path("M0 680 Q260 640 520 668 T1040 660 T1600 650 L1600 1000 L0 1000Z", { fill: "#576f7c" }),
  );
}

function masts(): string {
  return group(
    { stroke: "#243a4f", fill: "none" },
    ...[
      [190, 520, 6],
      [262, 570, 5],
      [470, 500, 7],
      [560, 590, 5],
      [1180, 540, 6],
      [1276, 500, 7],
      [1390, 580, 5],
    ].map(([x = 0, top = 0, width = 5]) =>
      group(
        {},
        line([x, top], [x, 800], "#243a4f", width),
        line([x - 44, top + 60], [x + 44, top + 60], "#243a4f", 3),
        line([x, top + 6], [x - 70, 800], "#243a4f", 1.6),
        line([x, top + 6], [x + 70, 800], "#243a4f", 1.6),
        circle(x, top - 4, 4, brick, { stroke: "none" }),
      ),
    ),
    path("M1210 720 h250 l-20 -60 h-120 l-10 -40 h-60 l-8 100Z", { fill: "#33495c", stroke: "none" }),
    path("M120 740 h220 l-16 -50 h-80 l-6 -36 h-50 l-8 86Z", { fill: "#3c5264", stroke: "none" }),
  );
}

function body(): string {
  const panes = Array.from({ length: 9 }, (_, at) =>
    rect(706 + at * 22, 232, 18, 52, at === 5 ? "#ffe9ae" : "#33526a"),
  );
  return group(
    {},
    shape(
      [
        [748, 1000],
        [764, 330],
        [836, 330],
        [852, 1000],
      ],
      "url(#shaft)",
    ),
    ...Array.from({ length: 9 }, (_, at) => rect(792, 390 + at * 62, 16, 26, at === 6 ? "#f7d48f" : "#3c5566")),
    // head
    shape(
      [
        [700, 330],
        [676, 292],
        [924, 292],
        [900, 330],
      ],
      "#c7cabf",
    ),
    shape(
      [
        [690, 292],
        [698, 224],
        [912, 224],
        [920, 292],
      ],
      "#e9e2d0",
    ),
    ...panes,
    shape(
      [
        [684, 226],
        [720, 184],
        [890, 184],
        [926, 226],
      ],
      slate,
    ),
    rect(668, 290, 264, 8, ink),
    ...Array.from({ length: 12 }, (_, at) => line([672 + at * 23, 270], [672 + at * 23, 292], ink, 2)),
    line([670, 270], [930, 270], ink, 3),
    circle(826, 258, 120, "url(#lit)"),
    circle(822, 262, 8, "#3a2a20"),
    path("M812 284 q0 -16 10 -16 t10 16Z", { fill: "#3a2a20" }),
    // roof
    line([760, 184], [760, 70], ink, 5),
    line([838, 184], [838, 110], ink, 4),
    rect(806, 100, 64, 10, ink, { rx: 4 }),
    circle(760, 66, 7, brick),
    circle(760, 66, 26, apricot, { opacity: 0.25 }),
    path("M760 96 l58 16 -58 18Z", { fill: cream }),
    rect(760, 110, 30, 6, sand),
  );
}
