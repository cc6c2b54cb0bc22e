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

/** Slips of paper go into a wooden box under a lamp. */
export function ballot(): string {
  return finished(
    [
      fade("room", [
        [0, "#1c2f4a"],
        [1, "#33475a"],
      ]),
      fade("wood", [
        [0, "#c98d55"],
        [1, "#7c4a2d"],
      ]),
      fade("side", [
        [0, "#8f5a37"],
        [1, "#4e2d20"],
      ]),
      fade("desk", [
        [0, "#2c4156"],
        [1, "#101c2e"],
      ]),
      fade("cone", [
        [0, "#ffe9b8", 0.55],
        [1, "#ffe9b8", 0],
      ]),
      glow("pool", [
        [0, "#ffe8b6", 0.8],
        [1, "#ffe8b6", 0],
      ]),
      fade(
        "skin-a",
        [
          [0, "#d9a27a"],
          [1, "#b97c58"],
        ],
        true,
      ),
      fade(
        "skin-b",
        [
          [0, "#8a5a41"],
          [1, "#6a4231"],
        ],
        true,
      ),
    ],
    rect(0, 0, 1600, 1000, "url(#room)"),
    benches(),
    shape(
      [
        [744, 150],
        [856, 150],
        [1330, 800],
        [270, 800],
      ],
      "url(#cone)",
    ),
    line([800, 0], [800, 96], ink, 5),
    path("M700 160 q100 -130 200 0Z", { fill: ink }),
    ellipse(800, 160, 98, 13, "#fff2cc"),
    rect(0, 760, 1600, 240, "url(#desk)"),
    rect(0, 758, 1600, 6, sand, { opacity: 0.45 }),
    ellipse(800, 810, 560, 90, "url(#pool)"),
    box(),
    loose(),
    arm(true, "url(#skin-a)", brick),
    arm(false, "url(#skin-b)", sea),
  );
}

function benches(): string {
  const rows = Array.from({ length: 4 }, (_, row) => {
    const y = 330 + row * 105;
    const seats = Array.from({ length: 13 }, (_, seat) => {
      const x = 80 + seat * 122 + (row % 2) * 40;
      const tone = ["#20344d", "#263c54", "#1b2d45"][(seat + row) % 3] ?? night;
      return group(
        {},
        circle(x, y - 38, 20, tone),
        path(`M${x - 36} ${y + 34} Q${x - 36} ${y - 18} ${x} ${y - 18} Q${x + 36} ${y - 18} ${x + 36} ${y + 34}Z`, {
          fill: tone,
        }),
      );
    });
    return group(
      { opacity: 0.55 + row * 0.13 },
      ...seats,
      rect(0, y + 22, 1600, 46, row % 2 === 0 ? "#2d3f4f" : "#293a4b"),
      rect(0, y + 22, 1600, 4, slate),
    );
  });
  return group({}, ...rows);
}

function box(): string {
  const planks = [0, 1, 2, 3].map((at) =>
    line([546, 606 + at * 58], [996, 606 + at * 58], "#5f3823", 3, { opacity: 0.7 }),
  );
  const rivets = [0, 1, 2, 3].flatMap((at) => [562, 980].map((x) => circle(x, 578 + at * 58, 6, "#3a2219")));
  return group(
    {},
    path("M520 862 L1130 862 L1180 830 L1080 800Z", { fill: "#060d18", opacity: 0.5 }),
    shape(
      [
        [996, 548],
        [1090, 500],
        [1090, 792],
        [996, 850],
      ],
      "url(#side)",
    ),
    rect(546, 548, 450, 302, "url(#wood)"),
    ...planks,
    ...rivets,
    shape(
      [
        [546, 548],
        [640, 500],
        [1090, 500],
        [996, 548],
      ],
      "#ddaa70",
    ),
    shape(
      [
        [668, 530],
        [690, 519],
        [950, 519],
        [928, 530],
      ],
      "#20130d",
    ),
    // a brass plate with an anchor
    rect(716, 648, 110, 92, "#e7c788", { rx: 6 }),
    path("M771 662 v60 M750 682 h42 M744 702 q27 32 54 0", { fill: "none", stroke: "#7b5226", "stroke-width": 6 }),
    circle(771, 660, 7, "none", { stroke: "#7b5226", "stroke-width": 5 }),
    // a slip half in the slot
    group(
      { transform: "translate(806 470) rotate(4)" },
      rect(-50, -40, 100, 92, cream),
      line([0, -40], [0, 52], "#d8c9a8", 3),
      rect(-36, -20, 26, 4, slate, { opacity: 0.6 }),
      rect(-36, -8, 20, 4, slate, { opacity: 0.6 }),
    ),
  );
}

function loose(): string {
  return group(
    {},
    ...[
      [270, 868, -12],
      [380, 910, 8],
      [1210, 892, 14],
      [1340, 862, -6],
    ].map(([x = 0, y = 0, turn = 0]) =>
      group(
        { transform: `translate(${x} ${y}) rotate(${turn})` },
        shape(
          [
            [-60, -24],
            [52, -30],
            [62, 24],
            [-52, 30],
          ],
          cream,
          { opacity: 0.92 },
        ),
        rect(-36, -8, 54, 4, slate, { opacity: 0.55 }),
        rect(-36, 4, 34, 4, slate, { opacity: 0.55 }),
      ),
    ),
  );
}

function arm(left: boolean, skin: string, sleeve: string): string {
  return group(
    { transform: left ? "translate(0 0)" : "translate(1600 0) scale(-1 1)" },
    path("M-40 620 L330 428 L392 520 L-40 800Z", { fill: sleeve }),
    path("M318 424 l46 -24 62 92 -44 30Z", { fill: cream }),
    path(
      "M364 412 Q430 366 500 372 Q560 372 600 392 Q606 404 590 408 L540 404 Q590 418 616 436 Q618 450 602 450 L536 432 Q586 456 596 472 Q594 486 578 482 L516 456 Q552 484 556 496 Q550 508 534 502 Q462 494 424 486Z",
      { fill: skin },
    ),
    group(
      { transform: `translate(640 ${left ? 418 : 430}) rotate(${left ? 16 : 10})` },
      rect(-46, -34, 96, 66, cream),
      line([2, -34], [2, 32], "#d8c9a8", 3),
      left ? rect(14, -16, 24, 4, apricot) : rect(-34, -16, 24, 4, slate),
    ),
  );
}
