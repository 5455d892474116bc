#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a report with somebody else's reader and prints what it found as JSON; exits 77 where the reader is missing.

readers.py json FILE SCHEMA | csv FILE | junit FILE | html FILE
"""
import csv
import html.parser
import json
import sys


def read_json(file, schema):
    import jsonschema
    with open(schema, encoding="utf-8") as text:
        rules = json.load(text)
    jsonschema.Draft202012Validator.check_schema(rules)
    with open(file, encoding="utf-8") as text:
        report = json.load(text)
    return [error.json_path + ": " + error.message for error in jsonschema.Draft202012Validator(rules).iter_errors(report)]


def read_csv(file):
    with open(file, encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text, strict=True))


def read_junit(file):
    import junitparser
    suites = junitparser.JUnitXml.fromfile(file)
    cases = [{"name": case.name, "class": case.classname, "time": case.time,
              "result": [type(result).__name__.lower() for result in case.result],
              "type": [result.type for result in case.result if result.type],
              "message": [result.message for result in case.result if result.message],
              "text": [result.text for result in case.result if result.text],
              "out": case.system_out or ""} for suite in suites for case in suite]
    return {"tests": suites.tests, "failures": suites.failures, "skipped": suites.skipped, "suites": len(list(suites)),
            "cases": cases}


class Page(html.parser.HTMLParser):
    void = {"meta", "br", "hr", "img", "link", "input"}

    def __init__(self):
        super().__init__()
        self.open, self.problems, self.references, self.rows, self.bars, self.head = [], [], [], [], [], ""
        self.tags = set()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        attributes = dict(attributes)
        self.references += [attributes[name] for name in ("src", "href", "data", "action") if name in attributes]
        if tag == "tr":
            self.rows.append({"text": "", "open": False})
        if tag == "details" and "open" in attributes:
            self.rows[-1]["open"] = True
        if tag == "rect":
            self.bars.append([attributes["class"], float(attributes["x"]), float(attributes["width"])])
        if tag not in self.void:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(tag)

    def handle_data(self, data):
        if self.rows and "tr" in self.open:
            self.rows[-1]["text"] += data + " "
        elif "svg" not in self.open and "style" not in self.open:
            self.head += data + " "
        if "style" in self.open and ("url(" in data or "@import" in data):
            self.references.append("style")


def read_html(file):
    page = Page()
    with open(file, encoding="utf-8") as text:
        page.feed(text.read())
    page.close()
    return {"problems": page.problems + page.open, "references": page.references, "rows": page.rows, "bars": page.bars,
            "head": page.head, "tags": sorted(page.tags)}


try:
    print(json.dumps(globals()["read_" + sys.argv[1]](*sys.argv[2:])))
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(77)
