#!/usr/bin/env python3
"""Makes assets/trust/clients.json: which client trusts which public root, since and until when.

    packaging/trust-table.py --check
    packaging/trust-table.py --nss GIT --observatory GIT --rootca GIT --aosp GIT --go GIT \\
        --fedora el7=GIT --fedora HEAD=GIT \\
        --jdk17 17.0.19@2026-04-21=DIR --jdk8 8u504@2026-08-19=DIR --debian 12@DIR \\
        --node 20.20.2@DATE=PEM --node 26.10.0@2026-09-23=PEM --certifi 2026.10.19@2026-10-19=PEM

Everything is read from local copies; nothing is fetched. Words, the choice of roots and the few
facts that a person read are in trust-plan.json beside this script; all other cells come from here.

    --nss          nss-dev/nss with its tags (certdata.txt of every release)
    --observatory  nabla-c0d3/trust_stores_observatory with its history (dated lists)
    --rootca       tls-inspector/rootca with its tags (bundles of Microsoft, Apple and Chrome)
    --aosp         a clone of AOSP's platform/system/ca-certificates with its history
    --go           golang/crypto with its history (x509roots/fallback)
    --jdk17, --jdk8   an unpacked OpenJDK source: any folder with .../data/cacerts and sun/security/validator
    --debian       an unpacked ca-certificates package (usr/share/...), with the Debian release it is of
                   An older changelog may lie beside it as debian/changelog.
    --fedora       REVISION=GIT of a copy of Fedora's or RHEL's package ca-certificates; oldest first
    --node, --certifi   a PEM list; for Node.js: node -p 'tls.rootCertificates.join("\\n")'
                   --node may come more than once, oldest first.

How a cell is decided: the lists of a client are put in order of time. In the newest one: trusted.
In an older one only: trusted until the last list that had it. In none: not trusted. `since` is the
first list that had it, and is left out where the lists begin with it. A list that could not have
shown a root (its fingerprint is unknown to the collection it comes from) says nothing about it.
Roots with the same name and key count as one.
"""
import argparse
import base64
import datetime
import gzip
import hashlib
import json
import re
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLAN = HERE / "trust-plan.json"
TABLE = HERE.parent / "assets" / "trust" / "clients.json"

# known: fingerprints that this list could have shown; None when it shows everything it holds.
# limits: fingerprint -> last day on which an accepted certificate may have been issued.
List = namedtuple("List", "label dated members known limits")
Certificate = namedtuple("Certificate", "sha256 spki_sha256 identity not_before not_after")


# --- certificates -----------------------------------------------------------------------------

def element(der, at):
    """(content start, end) of the DER element that starts at `at`."""
    length, start = der[at + 1], at + 2
    if length & 0x80:
        size = length & 0x7F
        length, start = int.from_bytes(der[start:start + size], "big"), start + size
    return start, start + length


def moment(der, at):
    start, end = element(der, at)
    text = der[start:end].decode("ascii")
    if der[at] == 0x17:
        text = ("19" if text[:2] >= "50" else "20") + text
    return datetime.datetime.strptime(text, "%Y%m%d%H%M%SZ")


def parse(der):
    """The few fields of a certificate (RFC 5280 section 4.1) that the table needs."""
    at, _ = element(der, 0)
    at, _ = element(der, at)
    fields = []
    if der[at] == 0xA0:
        at = element(der, at)[1]
    for _ in range(6):  # serial, algorithm, issuer, validity, subject, key
        end = element(der, at)[1]
        fields.append((at, end))
        at = end
    validity, _ = element(der, fields[3][0])
    subject, key = (der[start:end] for start, end in fields[4:6])
    return Certificate(
        hashlib.sha256(der).hexdigest(),
        hashlib.sha256(key).hexdigest(),
        hashlib.sha256(subject + key).hexdigest(),
        moment(der, validity),
        moment(der, element(der, validity)[1]),
    )


CERTIFICATES = {}


def learn(der):
    """Remembers a certificate and gives its fingerprint."""
    fingerprint = hashlib.sha256(der).hexdigest()
    if fingerprint not in CERTIFICATES:
        try:
            CERTIFICATES[fingerprint] = parse(der)
        except (IndexError, ValueError):
            pass  # A list of the past may hold what is no certificate of today.
    return fingerprint


def pem(text):
    blocks = re.findall(r"-----BEGIN CERTIFICATE-----([^-]*)-----END", text)
    return {learn(base64.b64decode(block)) for block in blocks}


def git(repository, *arguments):
    command = ["git", "-C", str(repository), *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def show(repository, revision, path):
    found = subprocess.run(
        ["git", "-C", str(repository), "show", f"{revision}:{path}"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )
    return found.stdout.decode("utf-8", "replace") if found.returncode == 0 else None


def commits(repository, path, revision="HEAD"):
    """(commit, day) of every change of a path, oldest first."""
    lines = git(repository, "log", "--reverse", "--format=%H %cs", revision, "--", path)
    return [line.split() for line in lines.decode().splitlines()]


def source(identity, title, where, dated):
    return {"id": identity, "title": title, "where": where, "dated": dated}


# --- one reader per kind of source ------------------------------------------------------------

def octal(block):
    return bytes(int(octet, 8) for octet in re.findall(r"\\([0-7]{3})", block))


def certdata(text):
    """(fingerprints trusted for servers, limits, label by fingerprint) of NSS's certdata.txt."""
    trusted, limits, labels = set(), {}, {}
    by_serial = {}
    for item in re.split(r"\nCKA_CLASS ", text)[1:]:
        multiline = {
            name: octal(body)
            for name, body in re.findall(r"\n(CKA_\w+) MULTILINE_OCTAL\n(.*?)\nEND", item, re.S)
        }
        key = (multiline.get("CKA_ISSUER"), multiline.get("CKA_SERIAL_NUMBER"))
        if item.startswith("CK_OBJECT_CLASS CKO_CERTIFICATE"):
            fingerprint = learn(multiline["CKA_VALUE"])
            by_serial[key] = fingerprint
            labels[fingerprint] = re.search(r'CKA_LABEL UTF8 "(.*)"', item).group(1)
            day = multiline.get("CKA_NSS_SERVER_DISTRUST_AFTER")
            if day:
                limits[fingerprint] = f"20{day[:2].decode()}-{day[2:4].decode()}-{day[4:6].decode()}"
        elif "_TRUST" in item.splitlines()[0]:
            if re.search(r"CKA_TRUST_SERVER_AUTH CK_TRUST C\w+_TRUSTED_DELEGATOR", item):
                trusted.add(key)
    return {by_serial[key] for key in trusted if key in by_serial}, limits, labels


def nss(repository, observatory):
    tags = re.findall(r"^NSS_(3_\d+(?:_\d+)?)_RTM$", git(repository, "tag").decode(), re.M)
    lists, labels = [], {}
    for version in sorted(tags, key=lambda tag: [int(part) for part in tag.split("_")]):
        tag = f"NSS_{version}_RTM"
        text = next(filter(None, (
            show(repository, tag, f"{root}lib/ckfw/builtins/certdata.txt")
            for root in ("", "security/nss/", "mozilla/security/nss/")
        )), None)
        if text is None:
            continue
        dated = git(repository, "log", "-1", "--format=%cs", tag).decode().strip()
        members, limits, names = certdata(text)
        labels.update(names)
        lists.append(List(f"NSS {version.replace('_', '.')} ({dated[:7]})", dated, members, None, limits))
    # Patch releases of older lines come later than newer lines began.
    lists.sort(key=lambda entry: entry.dated)
    lists = in_line(lists)
    where = f"nss-dev/nss lib/ckfw/builtins/certdata.txt, {lists[0].label} to {lists[-1].label}"
    members, _, dated, known = observed(observatory, "mozilla_nss")[-1]
    if dated > lists[-1].dated:
        # What will be in the next release.
        lists.append(List(dated, dated, members, known, lists[-1].limits))
        where += f"; nabla-c0d3/trust_stores_observatory trust_stores/mozilla_nss.yaml, {dated}"
    return lists, source("nss", "Mozilla NSS certdata.txt", where, lists[-1].dated), labels


def in_line(lists):
    """Leaves out releases of a line that a newer one had already overtaken."""
    kept, newest = [], []
    for entry in lists:
        version = [int(part) for part in re.findall(r"\d+", entry.label.split("(")[0])]
        if version >= newest:
            kept.append(entry)
            newest = version
    return kept


def observed(repository, store):
    """Dated lists of the trust store observatory; unchanged ones once."""
    path, lists = f"trust_stores/{store}.yaml", []
    for commit, _ in commits(repository, path):
        text = show(repository, commit, path)
        if text is None:
            continue
        version = re.search(r"^version: (.*)$", text, re.M).group(1)
        dated = re.search(r"^date_fetched: (\S+)$", text, re.M).group(1)
        # The first lists named their parts otherwise.
        trusted = re.split(r"^blocked_certificates", text, flags=re.M)[0]
        members = set(re.findall(r"[0-9a-f]{64}", trusted))
        if not lists or (members, version) != lists[-1][:2]:
            names = git(repository, "ls-tree", "--name-only", commit, "certificates/").decode()
            lists.append((members, version, dated, set(re.findall(r"[0-9a-f]{64}", names))))
    return lists


def learn_observed(repository):
    for path in git(repository, "ls-tree", "-r", "--name-only", "HEAD", "certificates/").decode().split():
        pem(show(repository, "HEAD", path))


def observed_source(identity, title, store, lists):
    where = f"nabla-c0d3/trust_stores_observatory trust_stores/{store}.yaml, {lists[0].dated} to {lists[-1].dated}"
    return source(identity, title, where, lists[-1].dated)


def bundles(repository, vendor):
    """Dated bundles of tls-inspector/rootca, oldest first."""
    lists, path = [], f"bundles/{vendor}_ca_bundle.pem"
    for commit, _ in commits(repository, path):
        metadata = json.loads(show(repository, commit, "bundles/bundle_metadata.json"))
        if vendor not in metadata:
            continue
        dated = metadata[vendor]["date"][:10]
        lists.append(List(dated, dated, pem(show(repository, commit, path)), None, {}))
    lists.sort(key=lambda entry: entry.dated)
    where = f"tls-inspector/rootca {path}, {lists[0].dated} to {lists[-1].dated}"
    return lists, where


def windows(observatory, rootca):
    """Microsoft's own report, which lists every purpose, and the list for servers that Windows downloads."""
    reports = [
        List(dated, dated, members, known, {})
        for members, _, dated, known in observed(observatory, "microsoft_windows")
        # In that autumn the collection showed roots which the lists before and after it do not have.
        if not "2021-09-01" <= dated <= "2021-12-31"
    ]
    downloads, where = bundles(rootca, "microsoft")
    servers = downloads[-1]
    newest = reports[-1]
    # What the report does not know because its certificate was not collected, the download may.
    uncollected = {sha for sha in servers.members if sha not in newest.known}
    members = newest.members | uncollected
    known = newest.known | uncollected
    reports[-1] = newest._replace(members=members, known=known)
    first = observed_source("windows", "Microsoft trusted root list", "microsoft_windows", reports)
    first["where"] += f"; {where}"
    return reports, first


def apple(observatory, rootca):
    lists = [
        List(short_apple(version), dated, members, known, {})
        for members, version, dated, known in observed(observatory, "apple")
    ]
    downloads, where = bundles(rootca, "apple")
    first = observed_source("apple", "Apple trust store", "apple", lists)
    lists.append(downloads[-1])
    first["dated"] = downloads[-1].dated
    first["where"] += f"; {where}"
    return lists, first


def short_apple(version):
    """`iOS 16.5, iPadOS 16.5, macOS 13.5, tvOS 16.5` as `iOS 16.5, macOS 13.5`."""
    parts = re.findall(r"(?:iOS|macOS) [\d.]*\d", version)
    return ", ".join(dict.fromkeys(parts)) or version


def android(aosp, observatory):
    """(before 7.1, 7.1 to 13, 14 and later)."""
    def at(commit, label, dated):
        archive = git(aosp, "ls-tree", "--name-only", commit, "files/").decode().split()
        members = set().union(*(pem(show(aosp, commit, path)) for path in archive))
        return List(label, dated, members, None, {})

    history = commits(aosp, "files")
    history = [(commit, day) for commit, day in history if day >= "2013-08-01"]
    subjects = {commit: git(aosp, "log", "-1", "--format=%s", commit).decode() for commit, _ in history}
    border = next(
        index for index, (commit, day) in enumerate(history)
        if day >= "2016-08-29" and "Revert" not in subjects[commit]
    )
    tried = {"2016-08-17"}  # Taken back twelve days later.
    old = [at(commit, f"AOSP {day}", day) for commit, day in history[:border]
           if day not in tried and day < "2016-08-17"]
    commit, day = history[border]
    versions = [at(commit, "Android 7.1", day)]
    ten = next((change for change in history if subjects[change[0]].strip().endswith("for Q")), None)
    for members, version, dated, _ in observed(observatory, "google_aosp"):
        number = re.match(r"(\d+)\.(\d)", version)
        major = number.group(1) + (".1" if number.groups() == ("8", "1") else "")
        if ten and float(major) > 10:
            versions.append(at(ten[0], "Android 10", ten[1]))
            ten = None
        entry = List(f"Android {major}", dated, members, None, {})
        if versions[-1].label == entry.label:
            # Within a version the first list says since when; a later one what is left.
            entry = entry._replace(members=members & versions[-1].members)
            versions[-1] = entry
        elif float(major) > float(versions[-1].label.split()[1]):
            versions.append(entry)
    middle = [entry for entry in versions if float(entry.label.split()[1]) < 14]
    late = [entry for entry in versions if float(entry.label.split()[1]) >= 14]
    return (
        (old, source("aosp-old", "AOSP platform/system/ca-certificates",
                     f"as in LineageOS/android_system_ca-certificates files/, {old[0].dated} to {old[-1].dated}", old[-1].dated)),
        (middle, source("aosp-7", "AOSP platform/system/ca-certificates",
                        f"as in LineageOS/android_system_ca-certificates files/, {middle[0].dated}, and "
                        f"nabla-c0d3/trust_stores_observatory trust_stores/google_aosp.yaml, to {middle[-1].dated}",
                        middle[-1].dated)),
        (late, observed_source("aosp-14", "AOSP platform/system/ca-certificates", "google_aosp", late)),
    )


MONTHS = "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER".split()


def jdk(given):
    """A list from an unpacked OpenJDK source; its validator limits some roots by the day of issue."""
    label, dated, folder = given
    members, limits = set(), {}
    for path in Path(folder).rglob("data/cacerts/*"):
        members |= pem(path.read_text("utf-8", "replace"))
    for path in Path(folder).rglob("sun/security/validator/*TLSPolicy.java"):
        text = path.read_text()
        text = text.split("EXEMPT_SUBCAS", 1)[0]
        days = re.findall(r"LocalDate\.of\((\d{4}), Month\.(\w+), (\d+)\)", text)
        for fingerprint in re.findall(r'"([0-9A-F]{64})"', text):
            if len(days) == 1:
                year, month, day = days[0]
                limits[fingerprint.lower()] = f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"
    return List(label, dated, members, None, limits)


def java_17(observatory, given):
    lists = [
        List(version.removeprefix("jdk-"), dated, members, known, {})
        for members, version, dated, known in observed(observatory, "openjdk")
        if version.startswith("jdk-17")
    ]
    first = observed_source("openjdk-17", "OpenJDK cacerts", "openjdk", lists)
    last, newest = lists[-1].label, jdk(given)
    lists.append(newest._replace(label=f"{last[:-1]}{int(last[-1]) + 1}–{newest.label}"))
    first["dated"] = newest.dated
    first["where"] += f"; openjdk/jdk17u data/cacerts and sun/security/validator at {newest.label}"
    return lists, first


def java_8(given):
    entry = jdk(given)
    where = f"openjdk/jdk8u jdk/make/data/cacerts and sun/security/validator at {entry.label}"
    return [entry], source("openjdk-8", "OpenJDK cacerts", where, entry.dated)


def debian(given, labels):
    """The package as it is, and its changelog for additions and removals by name."""
    release, folder = given.split("@", 1)
    root = Path(folder) / "usr" / "share"
    members = set()
    for path in (root / "ca-certificates" / "mozilla").glob("*.crt"):
        members |= pem(path.read_text())
    entries = changes(next((root / "doc" / "ca-certificates").glob("changelog*")))
    older = Path(folder) / "debian" / "changelog"
    known = {version for version, _, _ in entries}
    entries += [entry for entry in (changes(older) if older.exists() else []) if entry[0] not in known]
    since, until = {}, {}
    for version, body, _ in sorted(entries, key=lambda entry: entry[2]):
        if "~deb" in version and "Backport" in body:
            continue  # Repeats the changes of the versions it brings back.
        for sign, name in re.findall(r'^\s+([+-]) "?(.*?)"?(?: \(closes.*\))?$', body, re.M):
            if sign == "+":
                since.setdefault(name, version)
                until.pop(name, None)
            else:
                until[name] = version
        for words in re.findall(r"Blacklist ([^*]*)", body):
            until |= {name: version for name in re.findall(r'"(.*?)"', words)}
    where = f"ca-certificates {entries[0][0]} of Debian {release}, the package and its changelog"
    dates = {fingerprint: (since.get(label), until.get(label)) for fingerprint, label in labels.items()}
    entry = List(entries[0][0], entries[0][2], members, None, {})
    return [entry], source("debian", "Debian ca-certificates", where, entry.dated), dates


def changes(path):
    """(version, text, day) of each entry of a Debian changelog, newest first."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8", "replace")
    found = re.findall(r"^ca-certificates \((\S+)\) (.*?)^ -- .*?>\s+\w+,\s+(\d+ \w+ \d+)", text, re.M | re.S)
    return [
        (version, body, datetime.datetime.strptime(day, "%d %b %Y").date().isoformat())
        for version, body, day in found
    ]


def fedora(given):
    """Packages of Fedora and RHEL: certdata.txt beside a spec that tells the version."""
    lists = []
    for revision, repository in (each.split("=", 1) for each in given):
        for commit, day in commits(repository, "certdata.txt", revision):
            spec = show(repository, commit, "ca-certificates.spec") or ""
            version = re.search(r"^Version:\s*(\d+\.\d+\.\d+)", spec, re.M)
            text = show(repository, commit, "certdata.txt")
            if text and version:
                members, limits, _ = certdata(text)
                lists.append(List(version.group(1), day, members, None, limits))
    where = ("certdata.txt as in eurolinux-enterprise-linux-sources/ca-certificates and "
             f"codacy-open-source-projects-scans/ca-certificates, {lists[0].label} to {lists[-1].label}")
    return lists, source("fedora", "Fedora ca-certificates", where, lists[-1].dated)


def go(repository):
    lists = []
    paths = ("x509roots/fallback/bundle.go", "x509roots/fallback/bundle/bundle.go")
    changes = sorted({tuple(change) for path in paths for change in commits(repository, path)}, key=lambda c: c[1])
    for commit, day in changes:
        text = next(filter(None, (show(repository, commit, path) for path in reversed(paths))), None)
        members, limits = set(), {}
        if text is None:
            continue
        members |= set(re.findall(r'sha256Hash:\s+"([0-9a-f]{64})"', text))
        for item in re.split(r"\n\t\{\n", text)[1:]:
            held = pem(item) or set(re.findall(r'sha256Hash:\s+"([0-9a-f]{64})"', item))
            members |= held
            day_of = re.search(r'distrustAfter:\s+"(\d{4}-\d\d-\d\d)', item)
            if day_of:
                limits |= {fingerprint: day_of.group(1) for fingerprint in held}
        members |= pem(text)
        if members and (not lists or lists[-1].members != members or lists[-1].limits != limits):
            lists.append(List(day, day, members, None, limits))
    where = f"golang/crypto x509roots/fallback, {lists[0].dated} to {lists[-1].dated}"
    return lists, source("go", "Go x509roots/fallback", where, lists[-1].dated)


def chrome(rootca):
    lists, where = bundles(rootca, "google")
    return lists, source("chrome", "Chrome root_store.certs", where, lists[-1].dated)


def plain(identity, title, what, given):
    lists = [
        List(label, dated, pem(Path(path).read_text()), None, {}) for label, dated, path in given
    ]
    where = f"{what}, " + (f"{lists[0].label} to " if len(lists) > 1 else "") + lists[-1].label
    return lists, source(identity, title, where, lists[-1].dated)


# --- cells ------------------------------------------------------------------------------------

def cell(twins, lists, used):
    """One cell: what the lists of a client say about a root and its twins."""
    sightings = []
    for entry in lists:
        if twins & entry.members:
            sightings.append((entry, True))
        elif entry.known is None or twins & entry.known:
            sightings.append((entry, False))
    if not sightings or sightings[-1][0] is not lists[-1]:
        return {"state": "unknown"}
    held = [index for index, (_, has) in enumerate(sightings) if has]
    if not held:
        return {"state": "not_trusted", "sources": [used]}
    found = {"state": "trusted"}
    first, last = held[0], held[-1]
    if first > 0:
        found["since"] = sightings[first][0].label
    if last < len(sightings) - 1:
        found["until"] = sightings[last][0].label
    else:
        limit = [sightings[-1][0].limits[sha] for sha in twins if sha in sightings[-1][0].limits]
        if limit:
            found["issued_until"] = min(limit)
    found["sources"] = [used]
    return found


def built(options):
    plan = json.loads(PLAN.read_text("utf-8"))
    learn_observed(options.observatory)
    nss_lists, nss_source, labels = nss(options.nss, options.observatory)
    old, middle, late = android(options.aosp, options.observatory)
    debian_lists, debian_source, debian_dates = debian(options.debian, labels)
    read = {
        "windows": windows(options.observatory, options.rootca),
        "apple": apple(options.observatory, options.rootca),
        "chrome": chrome(options.rootca),
        "mozilla": (nss_lists, nss_source),
        "android-14": late,
        "android-7": middle,
        "android-old": old,
        "java-17": java_17(options.observatory, options.jdk17),
        "java-8": java_8(options.jdk8),
        "debian": (debian_lists, debian_source),
        "fedora": fedora(options.fedora),
        "node": plain("node", "Node.js tls.rootCertificates", "nodejs/node", options.node),
        "go": go(options.go),
        "python": plain("certifi", "certifi cacert.pem", "certifi/python-certifi", options.certifi),
    }
    sources = plan["sources"] + [used for _, used in read.values()]
    roots = []
    for chosen in plan["roots"]:
        certificate = CERTIFICATES[chosen["sha256"]]
        twins = {sha for sha, other in CERTIFICATES.items() if other.identity == certificate.identity}
        cells = {client: cell(twins, lists, used["id"]) for client, (lists, used) in read.items()}
        by_name(cells["debian"], twins, debian_dates)
        cells["windows-7"] = built_in(certificate, plan["windows_7"])
        for fact in plan["facts"]:
            if chosen["name"] in fact["roots"]:
                apply_fact(cells[fact["client"]], fact, chosen["name"])
        roots.append({
            "name": chosen["name"],
            "sha256": certificate.sha256,
            "spki_sha256": certificate.spki_sha256,
            "not_after": certificate.not_after.strftime("%Y-%m-%d"),
            "cells": {client["id"]: cells[client["id"]] for client in plan["clients"]},
        })
    used = {each for root in roots for found in root["cells"].values() for each in found.get("sources", [])}
    return {
        "sources": [each for each in sources if each["id"] in used],
        "clients": plan["clients"],
        "roots": roots,
    }


def by_name(found, twins, dates):
    """Debian's changelog tells additions and removals by the name of the root."""
    since = next((dates[sha][0] for sha in twins if dates.get(sha, (None,))[0]), None)
    until = next((dates[sha][1] for sha in twins if dates.get(sha, (None, None))[1]), None)
    if found["state"] == "trusted" and since:
        found["since"] = since
    if found["state"] == "not_trusted" and until:
        found |= {"state": "trusted", "until": f"< {until}"}
        if since:
            found["since"] = since


def built_in(certificate, rule):
    """A root made after the last image of a system cannot be in it."""
    if certificate.not_before.strftime("%Y-%m-%d") > rule["image"]:
        return {"state": "not_trusted", "sources": rule["sources"]}
    return {"state": "unknown"}


def apply_fact(found, fact, name):
    if found["state"] != "trusted":
        return
    if "until" in found and "issued_until" in fact:
        return
    for key in ("since", "issued_until"):
        if key in fact:
            found[key] = fact[key]
    found["sources"] = found["sources"] + [fact["source"]]


# --- writing and checking ---------------------------------------------------------------------

KEYS = ("state", "since", "until", "issued_until", "sources")


def written(table):
    """One line per source, client and cell: small, and readable in a diff."""
    def line(value):
        return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))

    def block(name, items):
        return f'"{name}": [\n' + ",\n".join(items) + "\n]"

    roots = []
    for root in table["roots"]:
        head = ", ".join(f'"{key}": {line(root[key])}' for key in ("name", "sha256", "spki_sha256", "not_after"))
        cells = ",\n".join(
            f'    "{client}": {line({key: found[key] for key in KEYS if key in found})}'
            for client, found in root["cells"].items()
        )
        roots.append(f'  {{{head}, "cells": {{\n{cells}\n  }}}}')
    parts = [
        block("sources", [f"  {line(each)}" for each in table["sources"]]),
        block("clients", [f"  {line(each)}" for each in table["clients"]]),
        block("roots", roots),
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def complaints(table):
    sources = {each["id"]: each for each in table["sources"]}
    clients = [each["id"] for each in table["clients"]]
    for each in table["sources"]:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", each["dated"] or ""):
            yield f"source {each['id']} has no date"
    for each in table["clients"]:
        if not all(each[field].get(language) for field in ("name", "note") for language in ("en", "zh")):
            yield f"client {each['id']} lacks words"
    seen = set()
    for root in table["roots"]:
        name = root["name"]
        if root["spki_sha256"] in seen:
            yield f"{name}: its key is listed twice"
        seen.add(root["spki_sha256"])
        if list(root["cells"]) != clients:
            yield f"{name}: not one cell per client in their order"
        for client, found in root["cells"].items():
            if found["state"] not in ("trusted", "not_trusted", "unknown"):
                yield f"{name}, {client}: state {found['state']}"
            if (found["state"] == "unknown") == bool(found.get("sources")):
                yield f"{name}, {client}: known cells and only those have sources"
            for used in found.get("sources", []):
                if used not in sources:
                    yield f"{name}, {client}: no source {used}"


def tally(table):
    for client in table["clients"]:
        cells = [root["cells"][client["id"]] for root in table["roots"]]
        states = [
            found["state"] + (" until" if "until" in found else " limited" if "issued_until" in found else "")
            for found in cells
        ]
        print(f"{client['id']:12}", ", ".join(f"{states.count(each)} {each}" for each in sorted(set(states))))


def dated(text):
    """LABEL@DATE=PATH"""
    label, rest = text.split("@", 1)
    day, path = rest.split("=", 1)
    return label, day, path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only check the table that is there")
    for name in ("nss", "observatory", "rootca", "aosp", "go", "debian"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--fedora", action="append", metavar="REVISION=GIT")
    for name in ("jdk17", "jdk8"):
        parser.add_argument(f"--{name}", type=dated, metavar="LABEL@DATE=DIR")
    for name in ("node", "certifi"):
        parser.add_argument(f"--{name}", type=dated, action="append", metavar="LABEL@DATE=PEM")
    options = parser.parse_args()
    if options.check:
        table = json.loads(TABLE.read_text("utf-8"))
    else:
        missing = [name for name, value in vars(options).items() if value is None]
        if missing:
            parser.error("also needed: " + ", ".join(f"--{name}" for name in missing))
        table = built(options)
    found = list(complaints(table))
    tally(table)
    if found:
        sys.exit("\n".join(found))
    if not options.check:
        TABLE.parent.mkdir(parents=True, exist_ok=True)
        TABLE.write_text(written(table), "utf-8")


if __name__ == "__main__":
    main()
