#!/usr/bin/env python3
"""Makes the shipped model of texts, measures it and what is learned from real texts, and writes docs/EVALUATION.md's last section.
usage: ./dev evaluate text [--data DIR] [--keep-model]

--data DIR is a folder with fraud_dialogues/, of which the shipped model also learns, and inbox_sms/, fbs_sms/ and fraud_texts/, of
which it does not; none of them is part of the project. Without it the shipped model is measured on our own texts alone, and the
other tables stay as they are. --keep-model makes none. Half an hour on two cores. Exit 0 done, 3 the world failed.
"""
import argparse
import collections
import datetime
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/EVALUATION.md"
OUT = ROOT / "apps/learner/out"
TEXTS = ROOT / "apps/learner/texts"
SHIPPED = ROOT / "edges/records/src/main/resources/io/jingling/records/shipped.texts"
SAID = OUT / "said-texts.txt"
TITLE = "\n## Texts"
REAL = "\n### Learned from real texts"
OWN = "\n### The shipped model on our own texts"


def jingling(*arguments):
    """What a command printed."""
    done = subprocess.run([ROOT / "jingling", *map(str, arguments)], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(3)
    return done.stdout


def stamp():
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout.strip()
    return f"{datetime.datetime.now(datetime.timezone.utc).isoformat(timespec='seconds')} · commit {commit} · `./dev evaluate text`"


def make(data):
    model = OUT / "shipped.texts"
    said = jingling("learn", "text", "--data", TEXTS / "learned", "--data", data / "fraud_dialogues", "--name", "shipped-texts-2", "--out", model)
    # Written last, as the launcher builds anew behind a changed source.
    SHIPPED.write_bytes(model.read_bytes())
    SAID.write_text(said, encoding="utf-8")


def macro_f1(truth, answers):
    labels = sorted(set(truth) | set(answers))
    right = collections.Counter(t for t, a in zip(truth, answers) if t == a)
    both = collections.Counter(truth) + collections.Counter(answers)
    return sum(2 * right[label] / both[label] for label in labels) / len(labels)


def own():
    lines = (TEXTS / "held/anything/texts.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    asked = OUT / "held.txt"
    asked.write_text("".join(text + "\n" for *_, text in rows), encoding="utf-8")
    answers = [json.loads(line) for line in jingling("classify", "--kind", "complaint", "--file", asked).splitlines()]
    yield "| question | texts | labels | macro-F1 | sure of | right where sure |\n|---|---|---|---|---|---|"
    for name, column, found in (("category", 0, answers), ("fraud", 1, [answer["fraud"] for answer in answers])):
        truth = [row[column] for row in rows]
        said = [answer["class"] for answer in found]
        sure = [t == a["class"] for t, a in zip(truth, found) if not a["unsure"]]
        yield f"| {name} | {len(rows)} | {len(set(truth))} | {macro_f1(truth, said):.3f} | {len(sure) / len(rows):.3f} | {sum(sure) / max(1, len(sure)):.3f} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path)
    parser.add_argument("--keep-model", action="store_true")
    options = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    page, _, section = PAGE.read_text(encoding="utf-8").partition(TITLE)
    real = section.partition(REAL)[2].partition(OWN)[0]
    if options.data:
        if not options.keep_model:
            make(options.data)
        real = f" (inner choice by folds)\n\n{stamp()} --data DIR\n\n{jingling('texts', '--data', options.data).strip()}\n"
    said = SAID.read_text(encoding="utf-8").splitlines() if SAID.exists() else []
    learned = "".join(f"- {line}\n" for line in said if "written" not in line)
    parts = [page.rstrip("\n") + "\n", TITLE + ": what they are about\n\n" + ABOUT, REAL + real if real else "",
             OWN + f"\n\n{stamp()}\n\n{learned}\n" + "\n".join(own()) + "\n"]
    PAGE.write_text("".join(parts), encoding="utf-8")
    print(f"written: {PAGE}")


ABOUT = """*Protocol.* Duplicates are left out first; a fifth of each label is kept to test on, five times (seeds 0 to 4); mean ± standard deviation. The anchor: runs of 1 to 4 characters that two texts have, TF-IDF, a linear support vector machine of cost 1 for each label, in the same run on the same splits; the floor
of two texts for a run makes it stronger on both SMS sets. Of `fraud_dialogues` only what the caller said, and only the eight ways of fraud. How ours is learned (which runs, ratios or none, how labels are shifted, what a score means) is chosen within the four fifths, by folds of these. Which
four methods it chooses among was found on other splits of the same rows (seeds 100 to 109; three settings were looked at on `fbs_sms` in seeds 0 to 4 too): whoever holds back other rows sees what that gained by chance.

*Seen while building.* Runs of 1 to 5 and 1 to 6, of characters with and without white space, words as segmented, skipped pairs, whole clauses, digits masked, logistic regression, sums of both, costs of 0.1 to 3, floors of one to three texts, balanced or not, the last turn, heads of 30 to 150 letters: none gained
more than chance over what is there. What gained: a floor of two texts; first and last letters with the shape of the text (inbox_sms, +.007); log-count ratios there (+.003); labels that weigh the same (fbs_sms, +.01); shifted labels (its label Other, F1 from about .48 to .58); a head of 60 letters alone (fraud_dialogues, +.02: the caller says what he is in the
first sentences, and what follows is alike). `fbs_sms` has a label with seven texts, one of which is tested on in each split: its F1 is 0 or 1, which is 0.077 of the mean.

*Between sets.* Only fraud or not is asked in three of them, and each means something else by it: a bank's phishing SMS, a rewritten telephone script, a made-up dialogue; what is no fraud is advertising in the first, an operator's SMS in the second, ordering a meal in the third. So these figures are low, for the anchor too. `inbox_sms` has the only ham. Learned on
`fbs_sms` the anchor seems to know the other sets. What it knows is that the words of `fbs_sms` stand apart: its runs keep the blanks, so few that go from word to word are met in text without any. With white space taken out of both (last column) its figure is ours or less; ours reads no white space.

*Our own texts.* Of the shipped model's three questions on complaints, SMS and listings, all texts to learn from and to test on were written for this project by one author, a language model, in different words; real complaints may not be shipped and were not seen. A figure on them says that the model does what its author meant, and nothing else. The errors on the
kept texts were looked at once, when category had .815; lists of keywords were added to what is learned from after that, for all labels alike. Seen in use: 机器人, which stood in few texts, was taken for POS机推销. 172 texts of all labels were then put in a second time behind such words (机器人打来的,, AI语音电话,), and 20 that say nothing else: the folds have a text's two forms apart at times, so the
figures of folds are flattered by that; those of the kept texts are not.
"""

if __name__ == "__main__":
    main()
