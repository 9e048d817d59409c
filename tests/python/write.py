"""Writes a workbook as openpyxl does: the rows of standard input (JSON) to the path given, counting days from 1904 if told so.

A cell is text, a number, a truth, null, or {"at": "2026-06-01T09:03:30"}.
"""

import datetime
import json
import sys

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904


def value(cell):
    return datetime.datetime.fromisoformat(cell["at"]) if isinstance(cell, dict) else cell


book = openpyxl.Workbook()
if sys.argv[2:] == ["1904"]:
    book.epoch = CALENDAR_MAC_1904
for row in json.load(sys.stdin):
    book.active.append([value(cell) for cell in row])
book.save(sys.argv[1])
