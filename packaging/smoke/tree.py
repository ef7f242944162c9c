#!/usr/bin/python3
"""Dumps the accessibility tree of a running window as text, one node a line.

    tree.py [--pid PID] [--name NAME] [--until TEXT] [--timeout-secs N] [--quiet]

What a screen reader would hear is what this prints: role, name, and the value
or description where there is one, indented by depth. With --until it waits
until a node's text holds TEXT; exit code 1 means that it never did. It needs a
session bus: run it inside `dbus-run-session`, with the program on the same bus
(packaging/smoke/window.sh does).
"""
import argparse
import sys
import time

import dbus

DEPTH_LIMIT = 64


def enable_accessibility():
    """Tells programs on the session bus that somebody listens, as a screen reader does."""
    bus = dbus.SessionBus().get_object("org.a11y.Bus", "/org/a11y/bus")
    properties = dbus.Interface(bus, "org.freedesktop.DBus.Properties")
    properties.Set("org.a11y.Status", "IsEnabled", dbus.Boolean(True))
    properties.Set("org.a11y.Status", "ScreenReaderEnabled", dbus.Boolean(True))


def application(pyatspi, pid, name):
    """The program's root node, or None while it has none."""
    for node in pyatspi.Registry.getDesktop(0):
        if node is None:
            continue
        if pid is not None and node.get_process_id() != pid:
            continue
        if name is not None and name.lower() not in (node.name or "").lower():
            continue
        return node
    return None


def text_of(node):
    """The value or the text inside a node, if it has one."""
    try:
        text = node.queryText()
        content = text.getText(0, -1)
        if content and content != node.name:
            return content
    except NotImplementedError:
        pass
    return node.description or ""


def lines(node, depth=0):
    """The node and those below it, one line each."""
    try:
        parts = [node.getRoleName()]
        if node.name:
            parts.append(repr(node.name))
        extra = text_of(node)
        if extra:
            parts.append(f"= {extra!r}")
        children = list(node) if depth < DEPTH_LIMIT else []
    except Exception:  # A node may vanish between two questions.
        return
    yield "  " * depth + " ".join(parts)
    for child in children:
        if child is not None:
            yield from lines(child, depth + 1)


def dump(pyatspi, arguments):
    try:
        root = application(pyatspi, arguments.pid, arguments.name)
        return "" if root is None else "\n".join(lines(root))
    except Exception as error:  # The registry may not be up yet.
        print(f"not yet: {error}", file=sys.stderr)
        return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pid", type=int)
    parser.add_argument("--name")
    parser.add_argument("--until")
    parser.add_argument("--timeout-secs", type=float, default=20)
    parser.add_argument("--quiet", action="store_true", help="do not print the tree")
    parser.add_argument("--enable", action="store_true", help="only announce a screen reader, then end")
    arguments = parser.parse_args()

    enable_accessibility()
    if arguments.enable:
        return 0
    import pyatspi  # Connects at once, so only now that the bus is told.

    deadline = time.monotonic() + arguments.timeout_secs
    while True:
        tree = dump(pyatspi, arguments)
        found = bool(tree) and (arguments.until is None or arguments.until in tree)
        if found or time.monotonic() > deadline:
            break
        time.sleep(0.1)
    if not arguments.quiet:
        print(tree)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
