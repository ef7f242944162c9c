#!/usr/bin/env python3
"""Judges every dependency's licence by deny.toml, offline and in a second.

    packaging/licences.py

`cargo deny check licenses bans sources` is the thorough form; this one needs
nothing but cargo and Python, so that every run of the tests can afford it.
"""
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def packages(targets):
    """Every package that one of the targets builds, by id."""
    found = {}
    for target in targets:
        command = ["cargo", "metadata", "--format-version", "1", "--locked", "--all-features"]
        output = subprocess.run(
            [*command, "--filter-platform", target],
            cwd=ROOT, check=True, stdout=subprocess.PIPE,
        ).stdout
        metadata = json.loads(output)
        used = built(target)
        found |= {
            package["id"]: package for package in metadata["packages"]
            if (package["name"], package["version"]) in used
        }
    return found.values()


def built(target):
    """Name and version of everything that is built. `cargo metadata` also names what a weak feature
    (`ring?/alloc`) would touch if it were there; `cargo tree` does not."""
    command = ["cargo", "tree", "--locked", "--all-features", "--target", target]
    output = subprocess.run(
        [*command, "--prefix", "none", "--format", "{p}"],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
    ).stdout
    words = (line.split() for line in output.splitlines() if line)
    return {(name, version.removeprefix("v")) for name, version, *_ in words}


def allows(expression, allowed):
    """Whether an SPDX expression can be met with the allowed licences alone."""
    words = re.findall(r"[()]|[A-Za-z0-9.+-]+", expression.replace("/", " OR "))
    position = 0

    def peek():
        return words[position] if position < len(words) else None

    def take():
        nonlocal position
        position += 1
        return words[position - 1]

    def term():
        if peek() == "(":
            take()
            value = any_of()
            take()
            return value
        name = take()
        if peek() == "WITH":
            take()
            name = f"{name} WITH {take()}"
        return name in allowed

    def all_of():
        value = term()
        while peek() == "AND":
            take()
            value = term() and value
        return value

    def any_of():
        value = all_of()
        while peek() == "OR":
            take()
            value = all_of() or value
        return value

    return any_of()


def main():
    rules = tomllib.loads((ROOT / "deny.toml").read_text())
    allowed = set(rules["licenses"]["allow"])
    exceptions = {rule["crate"]: set(rule["allow"]) for rule in rules["licenses"]["exceptions"]}
    banned = {rule["crate"] for rule in rules["bans"]["deny"]}
    faults = []
    count = 0
    for package in sorted(packages(rules["graph"]["targets"]), key=lambda package: package["id"]):
        count += 1
        name = f"{package['name']} {package['version']}"
        licence = package["license"] or ""
        if not licence or not allows(licence, allowed | exceptions.get(package["name"], set())):
            faults.append(f"{name}: licence {licence or 'not stated'!r} is not allowed")
        if package["name"] in banned:
            faults.append(f"{name}: banned by deny.toml")
        if (package["source"] or "registry+").split("+")[0] != "registry":
            faults.append(f"{name}: comes from {package['source']}")
    print("\n".join(faults) or f"{count} packages, every licence allowed by deny.toml")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
