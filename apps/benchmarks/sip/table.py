#!/usr/bin/env python3
"""The results as a Markdown table. usage: table.py RESULTS.json"""
import json
import statistics
import sys

ANCHOR = "kamailio-wishes"
HEADER = ("server", "CPU µs/call", "÷ Kamailio's wishes", "database µs/call", "÷ with it", "calls/s, saturated", "memory MB",
          "at {rate:,}/s: p50 ms", "p99 ms", "p99.9 ms", "CPU µs/call there", "failed %", "wrong", "others' CPUs", "stolen there")


def spread(values, form):
    """Median, and from least to most when there is more than one."""
    middle = format(statistics.median(values), form)
    return middle if len(values) == 1 else f"{middle} ({min(values):{form}}–{max(values):{form}})"


def ratios(turns, anchor, *costs):
    """Round by round, for the machine may be slower in one round than in another."""
    return [sum(turn["saturated"][cost] for cost in costs) / other["saturated"]["cpu_us"] for turn, other in zip(turns, anchor)]


def row(name, turns, anchor):
    saturated, at_rate = [turn["saturated"] for turn in turns], [turn["open"] for turn in turns]
    both = saturated + at_rate

    def of(loads, key, form, unit=1.0):
        return spread([load[key] / unit for load in loads], form)
    failed = 100 * sum(load["failed"] for load in both) / max(1, sum(load["sent"] for load in both))

    def ratio(*costs):
        return spread(ratios(turns, anchor, *costs), ".2f") if anchor else "–"
    return [name, of(saturated, "cpu_us", ".1f"), ratio("cpu_us"), of(saturated, "database_us", ".1f"), ratio("cpu_us", "database_us"),
            of(saturated, "calls_per_second", ",.0f"), of(saturated, "memory_mb", ",.0f"),
            of(at_rate, "p50_us", ".2f", 1e3), of(at_rate, "p99_us", ".1f", 1e3), of(at_rate, "p999_us", ".1f", 1e3),
            of(at_rate, "cpu_us", ".1f"), f"{failed:.3f}", str(sum(load["wrong"] for load in both)), of(both, "others_cpus", ".2f"),
            of(at_rate, "stolen_cpus", ".3f")]


def markdown(report):
    setting, results = report["setting"], report["results"]
    rows = [[cell.format(**setting) for cell in HEADER], ["---"] + ["---:"] * (len(HEADER) - 1)]
    rows += [row(name, turns, results.get(ANCHOR)) for name, turns in results.items()]
    lines = ["| " + " | ".join(cells) + " |" for cells in rows]
    about = (f"{report['date']} · commit {report['commit']} · {report['cpu']}, {report['cores']} cores, Linux {report['kernel']} · "
             f"{report['java']} · {report['kamailio']}\n{setting['listed']:,} listed, {setting['subscribers']:,} subscribers, "
             f"{setting['percent']} % of callers listed, {setting['workers']} worker(s), {setting['rounds']} rounds of "
             f"{setting['seconds']:g} s, warm-up {setting['warmup']:g} s; median (least–most)\n")
    below = [f"- **Against the rules**: {fault}" for fault in report["faults"]] + [f"- {note}" for note in report["notes"]]
    return "\n".join([about, *lines, "", *below])


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        print(markdown(json.load(file)))
