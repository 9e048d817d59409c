"""Tells of the workbooks given what openpyxl finds in them, as JSON: what a spreadsheet would show, sort and print."""

import json
import sys

import openpyxl


def cell(found):
    value = found.value
    told = {"type": found.data_type, "format": found.number_format, "date": found.is_date}
    if hasattr(value, "isoformat"):
        return {**told, "value": value.isoformat()}
    if hasattr(value, "total_seconds"):
        return {**told, "value": value.total_seconds()}
    return {**told, "value": value}


def told(path):
    book = openpyxl.load_workbook(path)
    sheet = book.active
    return {
        "sheets": book.sheetnames,
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "bold": all(cell.font.bold for cell in sheet[1]),
        "landscape": sheet.page_setup.orientation == "landscape",
        "paper": sheet.page_setup.paperSize,
        "repeated": sheet.print_title_rows,
        "created": book.properties.created.isoformat(),
        "modified": book.properties.modified.isoformat(),
        "widths": [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]],
        "rows": [[cell(found) for found in row] for row in sheet.iter_rows()],
    }


json.dump([told(path) for path in sys.argv[1:]], sys.stdout)
