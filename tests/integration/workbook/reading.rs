//! Records in workbooks are read as those in CSV files, and faults are reported by sheet and cell.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use serde_json::{Value, json};
use weibao::internals::model::Ticket;
use weibao::internals::source;
use zip::write::SimpleFileOptions;

use super::openpyxl;
use crate::project::Project;
use crate::records::Records;

const CSV: &str = "记录编号,受理时间,问题类别,影响业务,问题摘要,受理人,联系电话,答复时间,附件,即时答复,外部原因\n\
T-1,2026-06-01 09:03,咨询,否,\"补打,\n\"\"票据\"\"\",gantang,13800001234,2026-06-01 09:33:29,a.png；b.png,否,7.5%\n\
T-2,2026-06-01 00:00,故障,是,=1+1,gantang,6023,,,是,0.125\n";

fn tickets(records: &Records) -> Vec<Ticket> {
    records.load().records.tickets.into_iter().map(|sourced| sourced.record).collect()
}

fn of_csv() -> Vec<Ticket> {
    let read = tickets(&Records::new().with("calls/2026-06.csv", CSV));
    assert_eq!(read.len(), 2);
    read
}

fn records(workbook: impl AsRef<[u8]>) -> Records {
    Records::new().with("calls/2026-06.xlsx", workbook)
}

fn moment(text: &str) -> ExcelDateTime {
    ExcelDateTime::parse_from_str(text).unwrap()
}

/// The records of [`CSV`] as written in Excel, with a title above and blank rows between.
fn fill(sheet: &mut Worksheet) {
    let titles = CSV.lines().next().unwrap().split(',');
    let at = Format::new().set_num_format("yyyy/m/d h:mm");
    sheet.merge_range(0, 0, 0, 10, "2026年6月来电登记", &Format::new()).unwrap();
    sheet.write_row(2, 0, titles).unwrap();
    sheet.write_row(3, 0, ["T-1", "", "咨询", "", "补打,\n\"票据\"", "gantang"]).unwrap();
    sheet.write_datetime_with_format(3, 1, moment("2026-06-01T09:03:00"), &at).unwrap();
    sheet.write_boolean(3, 3, false).unwrap();
    sheet.write_number(3, 6, 13_800_001_234_f64).unwrap();
    sheet.write_datetime_with_format(3, 7, moment("2026-06-01T09:33:29"), &at).unwrap();
    sheet.write_string(3, 8, "a.png；b.png").unwrap();
    sheet.write_formula(3, 9, Formula::new("IF(TRUE,\"否\")").set_result("否")).unwrap();
    sheet.write_number_with_format(3, 10, 0.075, &Format::new().set_num_format("0.0%")).unwrap();
    sheet.write_row(6, 0, ["T-2", "", "故障", "是", "=1+1", "gantang"]).unwrap();
    sheet.write_datetime_with_format(6, 1, moment("2026-06-01T00:00:00"), &at).unwrap();
    sheet.write_number(6, 6, 6023).unwrap();
    sheet.write_boolean(6, 9, true).unwrap();
    sheet.write_number(6, 10, 0.125).unwrap();
    sheet.set_row_hidden(6).unwrap();
}

fn workbook(fill: impl Fn(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

fn filled() -> Vec<u8> {
    workbook(|workbook| fill(workbook.add_worksheet()))
}

#[test]
fn a_workbook_is_read_as_the_csv_is() {
    let read = records(filled());
    assert_eq!(read.faults(), Vec::<String>::new());
    assert_eq!(tickets(&read), of_csv());
}

/// The rows of [`CSV`] as JSON for openpyxl.
fn cells() -> Value {
    let titles: Vec<_> = CSV.lines().next().unwrap().split(',').collect();
    json!([
        titles,
        ["T-1", { "at": "2026-06-01T09:03:00" }, "咨询", false, "补打,\n\"票据\"", "gantang", 13_800_001_234_u64,
            { "at": "2026-06-01T09:33:29" }, "a.png；b.png", "否", "7.5%"],
        [],
        ["T-2", { "at": "2026-06-01T00:00:00" }, "故障", "是", " \t=1+1", "gantang", 6023.0, null, null, true, 0.125],
    ])
}

#[test]
fn workbooks_of_another_library_are_read_whatever_day_they_count_from() {
    for epoch in ["1900", "1904"] {
        let read = records(b"");
        let path = read.path("calls/2026-06.xlsx");
        let arguments = [path.to_str().unwrap(), epoch];
        if openpyxl("another_library", "write.py", &arguments, &cells()).is_none() {
            return;
        }
        assert_eq!(read.faults(), Vec::<String>::new(), "{epoch}");
        assert_eq!(tickets(&read), of_csv(), "{epoch}");
    }
}

#[test]
fn every_sheet_with_a_header_is_read_and_the_others_are_told() {
    let read = records(workbook(|workbook| {
        fill(workbook.add_worksheet().set_name("6月").unwrap());
        let other = workbook.add_worksheet().set_name("7月").unwrap();
        other.write_row(0, 1, ["id", "received_at", "kind", "subject", "agent"]).unwrap();
        other.write_row(1, 1, ["T-3", "2026-07-01 09:00", "咨询", "甲", "gantang"]).unwrap();
        other.write_row(2, 1, ["T-4", "2026-07-01", "咨询", "乙", "gantang"]).unwrap();
        other.write_string(3, 0, "无列名").unwrap();
        let remarks = workbook.add_worksheet().set_name("说明").unwrap();
        remarks.write_row(4, 1, ["问题类别", "写咨询、故障等"]).unwrap();
        let options = workbook.add_worksheet().set_name("选项").unwrap().set_hidden(true);
        options.write_row(0, 0, ["问题类别", "影响业务"]).unwrap();
        workbook.add_worksheet();
    }));
    let ids: Vec<_> = tickets(&read).into_iter().map(|ticket| ticket.id).collect();
    assert_eq!(ids, ["T-1", "T-2", "T-3"]);
    let told = [
        "schema-wrong-form 3:3",
        "schema-unnamed-column 4:1",
        "sheet-not-read 5:1",
        "sheet-not-read-hidden 1:1",
    ];
    assert_eq!(read.faults(), told);
    let told: Value = serde_json::from_slice(&read.check("json").stdout).unwrap();
    let cells: Vec<_> = told["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| it["location"]["cell"].as_str())
        .collect();
    for cell in ["7月!C3", "7月!A4", "说明!5"] {
        assert!(cells.contains(&cell), "{cell} is not among {cells:?}");
    }
    let text = String::from_utf8(read.check("human").stdout).unwrap();
    assert!(text.contains("--> data/calls/2026-06.xlsx:7月!C3\n"), "{text}");
    assert!(text.contains("3 | ,T-4,2026-07-01,咨询,乙,gantang\n"), "{text}");
}

#[test]
fn headers_are_held_to_the_rules_of_csv() {
    let with_titles = |titles: &[&str]| {
        records(workbook(|workbook| {
            workbook.add_worksheet().write_row(1, 0, titles.iter().copied()).unwrap();
        }))
        .faults()
    };
    assert_eq!(with_titles(&["编号", "时间"]), ["schema-no-header 2:1"]);
    assert_eq!(
        with_titles(&["id", "记录编号"]),
        ["schema-missing-columns 2:1", "schema-duplicate-column 2:2"]
    );
    assert_eq!(
        records(workbook(|workbook| _ = workbook.add_worksheet())).faults(),
        ["schema-empty-file 0:0"]
    );
}

#[test]
fn lock_files_of_excel_are_passed_over() {
    let read = Records::new().with("calls/~$2026-06.xlsx", "anything");
    assert_eq!(read.faults(), Vec::<String>::new());
}

#[test]
fn swollen_workbooks_are_refused_and_far_cells_cost_nothing() {
    let mut bytes = Cursor::new(filled());
    let mut archive = zip::ZipWriter::new_append(&mut bytes).unwrap();
    archive.start_file("xl/media/image1.png", SimpleFileOptions::default()).unwrap();
    let zeros = vec![0; 1024 * 1024];
    for _ in 0..129 {
        archive.write_all(&zeros).unwrap();
    }
    archive.finish().unwrap();
    let bytes = bytes.into_inner();
    assert!(bytes.len() < 1024 * 1024, "{}", bytes.len());
    assert_eq!(records(bytes).faults(), ["workbook-too-large 0:0"]);
    let far = workbook(|workbook| {
        let sheet = workbook.add_worksheet();
        fill(sheet);
        sheet.write_string(1_048_575, 255, "x").unwrap();
    });
    assert_eq!(records(far).faults(), ["schema-wrong-count 1048576:256"]);
}

#[test]
fn a_project_says_the_same_with_workbooks_and_callers_do_not_travel() {
    let project = Project::below_tests("cases/service", "2026-07-15");
    project.write(
        "data/calls/2026-06.csv",
        CSV.replace("gantang", "miaoqingdai").replace("a.png；b.png", ""),
    );
    let before = project.status();
    project.delete("data/calls/2026-06.csv");
    let bytes = workbook(|workbook| {
        let sheet = workbook.add_worksheet();
        fill(sheet);
        for row in [3, 6] {
            sheet.write_string(row, 5, "miaoqingdai").unwrap();
        }
        sheet.write_blank(3, 8, &Format::new()).unwrap();
    });
    project.write("data/calls/2026-06.xlsx", bytes);
    assert_eq!(project.status(), before);
    let path = "data/calls/2026-06.xlsx";
    let run = project.build(&["--report", "hotline", "--period", "2026Q2"]);
    assert!(matches!(run.code, 0 | 1), "{}", run.err);
    let manifest = project.manifest();
    let hotline = manifest["artifacts"].as_array().unwrap().iter();
    let hotline: Vec<_> =
        hotline.filter(|entry| entry["path"].as_str().unwrap().contains("/hotline.")).collect();
    assert_eq!(hotline.len(), 2, "{manifest:#}");
    assert!(hotline.iter().all(|entry| entry["inputs"][path].is_string()), "{manifest:#}");
    let pdf_text = crate::pdf_text::Paper::read(&project.bytes("output/2026Q2/hotline.pdf"));
    let inside = pdf_text.attachments();
    assert!(
        !inside.is_empty() && inside.keys().all(|name| !name.contains("2026-06")),
        "{:?}",
        inside.keys()
    );
}

/// The parts of a workbook file by name.
fn parts() -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(filled())).unwrap();
    let names: Vec<_> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut read = |name: &str| {
        let mut bytes = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    names.iter().map(|name| (name.clone(), read(name))).collect()
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let mut archive = zip::ZipWriter::new(&mut bytes);
    for (name, part) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(part).unwrap();
    }
    archive.finish().unwrap();
    bytes.into_inner()
}

const PIECES: [&str; 22] = [
    "<",
    ">",
    "/>",
    "\"",
    "</c>",
    "<c r=\"A1\"/>",
    "<c r=\"XFE9999999\"><v>1</v></c>",
    "r=\"B\"",
    "t=\"s\"",
    "t=\"e\"",
    "t=\"d\"",
    "<v>99999</v>",
    "<v>-1</v>",
    "<v>1e308</v>",
    "<v>nan</v>",
    "<f t=\"shared\" si=\"4000000000\">A1</f>",
    "s=\"9999\"",
    "<row r=\"0\">",
    "&amp;",
    "&#x0;",
    "<mergeCell ref=\"A9:A1\"/>",
    "formatCode=\"[h\\\\\"",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn workbooks_with_slips_inside_are_read_or_refused(
        which in any::<Index>(),
        slips in proptest::collection::vec((any::<Index>(), 0..12_usize, select(PIECES.to_vec())), 1..5),
    ) {
        let mut parts = parts();
        let count = parts.len();
        // Most of the reader's work is on the sheet itself.
        let sheet = parts.iter().position(|(name, _)| name.contains("sheet1.xml")).unwrap();
        let at = which.index(count * 2);
        let part = &mut parts[if at < count { at } else { sheet }].1;
        for (at, len, piece) in slips {
            let start = at.index(part.len() + 1);
            let end = (start + len).min(part.len());
            part.splice(start..end, piece.bytes());
        }
        let Ok(workbook) = source::Workbook::open(&packed(&parts)) else { return Ok(()) };
        for sheet in &workbook.sheets {
            let numbers: Vec<_> = sheet.rows.iter().map(|row| row.number).collect();
            prop_assert!(numbers.is_sorted_by(|left, right| left < right), "{numbers:?}");
            prop_assert!(numbers.iter().all(|number| (1..=source::MOST_ROWS).contains(number)), "{numbers:?}");
            for row in &sheet.rows {
                let columns = source::fields(&row.text).len();
                prop_assert!(columns <= source::MOST_COLUMNS, "{columns}");
                prop_assert!(row.flaws.iter().all(|(column, _)| *column < columns), "{row:?}");
            }
        }
    }
}
