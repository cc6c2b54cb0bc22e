#!/usr/bin/env python3
"""Checks this evaluation set against itself. Exit status 0 when all is well."""
import collections, json, os, re, sys
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
LANGUAGES = "en fr es ru ar de it pl tr uk pt he fa".split()
problems = []


def occurrence(text, part, nth):
    at = -1
    for _ in range(nth):
        at = text.find(part, at + 1)
        if at < 0:
            return -1
    return at


references = {}
for language in LANGUAGES:
    root = ET.parse(os.path.join(HERE, "register", language + ".xml")).getroot()
    found = [e.text for e in root.iter("REFERENCE_NUMBER")]
    entities = [e.findtext("REFERENCE_NUMBER") for e in root.find("ENTITIES")]
    persons = [e.findtext("REFERENCE_NUMBER") for e in root.find("INDIVIDUALS")]
    if root.tag != "CONSOLIDATED_LIST":
        problems.append(f"{language}: wrong root")
    if len(set(found)) != len(found):
        problems.append(f"{language}: a reference number occurs twice")
    if len(entities) < 14 or len(persons) != 2:
        problems.append(f"{language}: {len(entities)} entities, {len(persons)} persons")
    for entity in root.find("ENTITIES"):
        if not (entity.findtext("FIRST_NAME") or "").strip():
            problems.append(f"{language}: an entity has no name")
    references[language] = (tuple(entities), tuple(persons))
if len(set(references.values())) != 1:
    problems.append("the editions do not hold the same reference numbers")

count, traps, wants, ids = collections.Counter(), collections.Counter(), collections.Counter(), set()
with open(os.path.join(HERE, "sentences.jsonl"), encoding="utf-8") as lines:
    for line in lines:
        s = json.loads(line)
        language = s["language"]
        if s["id"] in ids:
            problems.append(f"{s['id']}: id occurs twice")
        ids.add(s["id"])
        if not re.fullmatch(language + r"-\d{3}", s["id"]) or language not in LANGUAGES:
            problems.append(f"{s['id']}: id and language disagree")
            continue
        if not s["note"].strip():
            problems.append(f"{s['id']}: no note")
        count[language] += 1
        traps[language] += bool(s["trap"])
        wants["no mention"] += not s["mentions"]
        if not s["mentions"] and not s["trap"]:
            problems.append(f"{s['id']}: neither mention nor trap")
        end = 0
        for m in s["mentions"]:
            at = occurrence(s["text"], m["text"], m["nth"])
            if at < 0:
                problems.append(f"{s['id']}: {m['text']!r} not found")
            elif at < end:
                problems.append(f"{s['id']}: {m['text']!r} overlaps or is out of order")
            end = max(end, at + len(m["text"]))
            if m["organisation"] not in references[language][0]:
                problems.append(f"{s['id']}: {m['organisation']} not in the register")
            if m["want"] not in ("label", "ask"):
                problems.append(f"{s['id']}: want {m['want']!r}")
            wants[m["want"]] += 1

for language in LANGUAGES:
    print(f"{language}: {count[language]} sentences, {traps[language]} with traps")
    if count[language] < 26:
        problems.append(f"{language}: fewer than 26 sentences")
total, trap_total = sum(count.values()), sum(traps.values())
print(f"all: {total} sentences, {trap_total} with traps ({trap_total / total:.1%}); "
      + ", ".join(f"{k} {v}" for k, v in sorted(wants.items())))
if total < 360:
    problems.append("fewer than 360 sentences")
if trap_total * 2 < total:
    problems.append("fewer than half with traps")
for problem in problems:
    print("PROBLEM", problem)
sys.exit(bool(problems))
