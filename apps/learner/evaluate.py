#!/usr/bin/env python3
"""Makes the shipped model, measures it, and writes docs/EVALUATION.md. usage: ./dev evaluate [--data DIR] [--model-only]

Towns to learn from and towns to judge are made up by ./jingling simulate; the latter in ranges that the former do not have.
--data is a folder with sichuan/all_feat_with_label.csv, which is not part of the project; without it that table is left as it
is. About 25 minutes and 12 GB of memory. Exit 0 done, 3 the world failed.
"""
import argparse
import datetime
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "apps/learner/out"
PAGE = ROOT / "docs/EVALUATION.md"
# Written last, as the launcher builds anew behind a changed source.
SHIPPED = ROOT / "edges/records/src/main/resources/io/jingling/records/shipped.model"
MODEL = OUT / "shipped.model"
HELD_OUT = ROOT / "apps/simulator/src/main/resources/io/jingling/simulator/held-out.scenario"
LEARN = {"seeds": range(101, 107), "subscribers": 40_000, "days": 14}
JUDGE = {"seed": 909, "subscribers": 40_000, "days": 14}
ROTATIONS = {
    "naive, no rotation": ["harasser.ai-naive.rotations = none", "harasser.ai-naive.per-100000 = 40"],
    "naive, every 10 calls": ["harasser.ai-naive.rotations = every-10", "harasser.ai-naive.per-100000 = 40"],
    "naive, every 3 calls": ["harasser.ai-naive.rotations = every-3", "harasser.ai-naive.per-100000 = 40"],
    "evasive, no rotation": ["harasser.ai-evasive.rotations = none", "harasser.ai-evasive.per-100000 = 40"],
    "evasive, every 10 calls": ["harasser.ai-evasive.rotations = every-10", "harasser.ai-evasive.per-100000 = 40"],
}


def jingling(*arguments):
    """What a command printed."""
    done = subprocess.run([ROOT / "jingling", *map(str, arguments)], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(3)
    return done.stdout


def town(folder, seed, subscribers, days, scenario):
    jingling("simulate", "--seed", seed, "--days", days, "--subscribers", subscribers, "--out", folder, "--scenario", scenario)


def learn():
    for seed in LEARN["seeds"]:
        town(OUT / f"learn/{seed}", seed, LEARN["subscribers"], LEARN["days"], "default")
    return jingling("learn", "--calls", OUT / "learn", "--out", MODEL, "--name", "shipped-1")


def judged(folder):
    return json.loads(jingling("evaluate", "--model", MODEL, "--calls", folder, "--json").splitlines()[-1])


def percent(share):
    return f"{100 * share:.1f} %"


def benign_rows(result):
    for name in list(result)[1:]:
        b = result[name]["benign"]
        yield (f"| {name} | {b['calls']:,} | {b['rejected']:,} | {b['share']:.1e} | {b['upper']:.1e} | {b['worst']}, "
               f"{b['worstShare']:.1e} | {b['callersAMillion']:.0f} |")


def type_rows(result, judge, prefix):
    for t in result[judge]["types"]:
        if t["name"].startswith(prefix):
            yield (f"| {t['name'].removeprefix(prefix)} | {t['calls']:,} | {percent(t['rejectedShare'])} | {percent(t['ofFirst'])} | "
                   f"{percent(t['ofNext'])} | {percent(t['ofLater'])} | {t['callers']:,} | {t['callersRejected']:,} | "
                   f"{t['medianThrough']} | {t['throughP90']} |")


def simulated():
    held = OUT / "held-out"
    town(held, JUDGE["seed"], JUDGE["subscribers"], JUDGE["days"], "held-out")
    result = judged(held)
    head = "| | calls | rejected | at calls 1–3 | 4–10 | later | numbers | ever rejected | median through | nine in ten |\n|---|---|---|---|---|---|---|---|---|---|"
    lines = ["| judge | benign calls | rejected | share | at most (95 %) | worst kind | of a million benign numbers |",
             "|---|---|---|---|---|---|---|", *benign_rows(result), "",
             "### Harassers, judged by the model", "", head, *type_rows(result, "model", "harass_"), "",
             "### The same, by 20 calls an hour or 80 a day", "", head, *type_rows(result, "20/h or 80/d", "harass_"), "",
             "### Benign callers, judged by the model", "", head, *type_rows(result, "model", "benign_"), "",
             "### Campaigns by rotation", "", "| campaign | calls through, mean of campaigns | median calls of a number through | by 20/h or 80/d |",
             "|---|---|---|---|"]
    for name, changes in ROTATIONS.items():
        scenario = OUT / "rotation.scenario"
        scenario.write_text(HELD_OUT.read_text(encoding="utf-8") + "\n".join(changes) + "\n", encoding="utf-8")
        folder = OUT / "rotation"
        town(folder, 911, 20_000, 7, scenario)
        kind = "harass_ai_" + name.split(",")[0]
        result = judged(folder)
        of = {judge: next(t for t in result[judge]["types"] if t["name"] == kind) for judge in list(result)[1:]}
        model, volume = of["model"], of["20/h or 80/d"]
        lines.append(f"| {name} | {percent(model['campaignThrough'])} | {model['medianThrough']} | {percent(volume['campaignThrough'])} |")
    return "\n".join(lines)


def part(title, about, table, command):
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout.strip()
    now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
    return f"## {title}\n\n{about}\n\n{now} · commit {commit} · `{command}`\n\n{table}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path)
    parser.add_argument("--model-only", action="store_true")
    options = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    parts_file = OUT / "parts.json"
    parts = json.loads(parts_file.read_text(encoding="utf-8")) if parts_file.exists() else {}
    if options.data:
        parts["sichuan"] = part("Real users: the Sichuan data set", SICHUAN, jingling(
            "sichuan", "--data", options.data / "sichuan/all_feat_with_label.csv").strip(), "./jingling sichuan")
    else:
        said = learn()
        if options.model_only:
            SHIPPED.write_bytes(MODEL.read_bytes())
            print(said, end="")
            return
        parts["simulated"] = part("Made-up towns", SIMULATED + "\n\nThe model: " + said.split(": ", 1)[1].strip() + ".",
                                  simulated(), "./dev evaluate")
        SHIPPED.write_bytes(MODEL.read_bytes())
    parts_file.write_text(json.dumps(parts), encoding="utf-8")
    PAGE.write_text(ABOUT + "\n" + "\n".join(parts[key] for key in ("simulated", "sichuan") if key in parts), encoding="utf-8")
    print(f"written: {PAGE}")


ABOUT = """# Evaluation

How well callers are told apart, and what these figures do not show. Written by `./dev evaluate`.

**What they do not show.** Detector and town have the same authors: a figure from a made-up town says what happens in that town. Judged are other seeds, other campaigns and ranges that no
model was learned in, but the same code made them. There is no open data set of single calls with their times, makers and campaigns; what real data there is stands in a table of its own.
"""
SIMULATED = (
    f"Learned from {len(LEARN['seeds'])} towns of {LEARN['subscribers']:,} subscribers and {LEARN['days']} days (seeds {LEARN['seeds'][0]} to {LEARN['seeds'][-1]}, default scenario); judged in one of "
    f"{JUDGE['subscribers']:,} (seed {JUDGE['seed']}, scenario `held-out`). *Through*: how many calls of a number rang before its first was rejected; all of them where none was. Nothing links one number "
    "to the next yet but their trunk, user agent and block.")
SICHUAN = (
    "Our trees (250, depth 5) on users of a carrier, judged on those who were not learned from; threshold 0.5, nothing chosen by the users judged. Mean ± standard deviation over draws. "
    "The first 26 columns are about calls; the others (money, months) give the age of an account away, which is why more columns look better.")

if __name__ == "__main__":
    main()
