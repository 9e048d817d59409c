//! Reading records: every fault is reported once, at its location, and nothing valid is lost.

use std::fs::File;
use std::path::Path;

use encoding_rs::GB18030;
use serde_json::Value;
use weibao::internals::load::FAULTS;
use weibao::internals::model::{Moment, Sample, Series};

use crate::records::{CONTRACT, HEADER, INSPECTION, Records, check};

fn replaced(from: &str, to: &str) -> Records {
    assert!(INSPECTION.contains(from), "{from}");
    Records::inspection(INSPECTION.replacen(from, to, 1))
}

fn gb(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}

fn row(day: u32, value: &str) -> String {
    format!("2026-01-{day:02} 06:00,数据库,tablespace.used_pct,A,{value},%,probe\n")
}

#[test]
fn twelve_faults_in_five_files_are_twelve_diagnostics() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reading/twelve");
    let output = check(&root, "json");
    assert_eq!(output.status.code(), Some(1));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let reading: Vec<_> = FAULTS.iter().map(|rule| rule.code.0).collect();
    let said: Vec<_> = document["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|said| reading.contains(&said["code"].as_str().unwrap()))
        .map(|said| {
            let at = &said["location"];
            format!(
                "{} {}:{}:{}",
                said["code"].as_str().unwrap(),
                at["path"].as_str().unwrap(),
                at["line"],
                at["column"]
            )
        })
        .collect();
    let expected = [
        "syntax data/inspections/2027Q1.yaml:3:7",
        "schema data/inspections/2027Q1.yaml:10:14",
        "syntax data/inspections/2027Q2.yaml:4:1",
        "schema data/inspections/2027Q2.yaml:5:13",
        "schema data/inspections/2027Q2.yaml:10:5",
        "schema data/inspections/2027Q2.yaml:11:5",
        "schema data/inspections/2027Q2.yaml:16:60",
        "encoding data/inspections/2027Q3.yaml:3:7",
        "schema data/people.yaml:5:5",
        "unclosed-quote data/probes/2027Q1/db.csv:3:43",
        "schema data/probes/2027Q1/db.csv:4:54",
        "implausible-sample data/probes/2027Q1/db.csv:5:54",
    ];
    assert_eq!(said, expected);
}

#[test]
fn slips_of_yaml_are_found_where_they_are() {
    for (from, to, expected) in [
        ("period: 2026Q1", "period：2026Q1", "syntax 2:7"),
        ("period: 2026Q1", "period:2026Q1", "syntax 2:7"),
        ("    verdict: 正常", "\tverdict: 正常", "syntax 9:1"),
        ("result: 使用率", "result: \"使用率", "syntax 10:13"),
        ("result: 使用率", "result: '使用率", "syntax 10:13"),
        ("[luyao]", "[luyao", "syntax 6:13"),
        ("result: 使用率", "result: %使用率", "syntax 10:13"),
        ("result: 使用率", "result: 表: 使用率", "syntax 10:13"),
        ("    verdict: 正常", "   verdict: 正常", "syntax 9:4"),
        ("使用率 83", "使用率\u{1b}[31m83", "syntax 10:16"),
        ("mode: 现场", "mode: 现场\nmode: 远程", "syntax-duplicate-key 4:1"),
        ("clause: \"1.5\"", "clause: *nothing", "syntax 8:13"),
    ] {
        assert_eq!(replaced(from, to).faults(), [expected], "{to}");
    }
}

#[test]
fn wrong_values_and_keys_are_one_fault_each() {
    for (from, to, expected) in [
        ("value: 83.4", "value: .nan", "schema-wrong-type 12:70"),
        ("value: 83.4", "value: 1_000", "schema-wrong-type 12:70"),
        ("value: 83.4", "value: 1e999", "schema-wrong-type 12:70"),
        ("value: 83.4", "value: ８３", "schema-wrong-type 12:70"),
        ("value: 83.4", "value:", "schema-empty 12:63"),
        ("value: 83.4", "valu: 83.4", "schema-unknown-key-similar 12:63"),
        ("    verdict: 正常", "    结论: 正常", "schema-unknown-key-similar 9:5"),
        ("    verdict: 正常", "    \"verdikt\": 正常", "schema-unknown-key-similar 9:5"),
        ("    verdict: 正常\n", "", "schema-missing-key 8:5"),
        ("verdict: 正常", "verdict: 正長", "schema-unknown-word 9:14"),
        ("verdict: 正常", "verdict: [正常]", "schema-wrong-type 9:14"),
        ("verdict: 正常", "verdict: |\n      正\n      常", "schema-unknown-word 9:5"),
        ("2026-03-21 09:00", "2026-03-21 09：00", "schema-wrong-form 4:13"),
        ("2026-03-21 09:00", "10:00", "schema-wrong-form 4:13"),
        ("2026-03-21 09:00", "2026-02-30 09:00", "schema-wrong-form 4:13"),
        ("[luyao]", "[]", "schema-empty 6:13"),
        ("[luyao]", "[luyao, ~]", "schema-empty 6:21"),
        ("conclusion: 系统总体运行正常。", "conclusion:", "schema-empty 15:1"),
        (
            "conclusion: 系统总体运行正常。",
            "conclusion: \"\\e[31m\"",
            "schema-control-character 15:13",
        ),
        (
            "clause: \"1.5\"\n    verdict: 正常",
            "clause: &c \"1.5\"\n    verdict: *c",
            "schema-unknown-word 9:14",
        ),
        (
            "  - clause: \"1.6\"",
            "  - <<: { clause: \"1.6\" }\n    grade: 好",
            "schema-unknown-word 14:12",
        ),
    ] {
        assert_eq!(replaced(from, to).faults(), [expected], "{to}");
    }
}

#[test]
fn what_yaml_takes_for_something_else_is_still_text() {
    for conclusion in
        ["2026", "007", "1.50", "yes", "true", "0x10", "12345678901234567890123", "2026-03-21"]
    {
        let loaded = replaced("系统总体运行正常。", conclusion).load();
        assert_eq!(loaded.records.inspections[0].record.conclusion, conclusion);
    }
    let alias = "clause: &c 1.50\n    verdict: 正常\n  - clause: *c";
    let loaded = replaced("clause: \"1.5\"", alias).load();
    assert_eq!(loaded.records.inspections[0].record.items[1].clause, "1.50");
}

#[test]
fn keys_without_a_value_are_left_out() {
    let loaded =
        replaced("result: 使用率 83.4%，正常", "result:\n    evidence:\n    grade: ~").load();
    assert!(loaded.diagnostics.is_empty());
    assert_eq!(loaded.records.inspections[0].record.items[0].result, "");
}

#[test]
fn a_file_that_is_no_record_is_one_fault() {
    let bomb: String = ('b'..='j')
        .map(|c| {
            let before = char::from(c as u8 - 1);
            format!("{c}: &{c} [{}]\n", vec![format!("*{before}"); 9].join(","))
        })
        .collect();
    let deep: String = (0..3000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    for (text, expected) in [
        (String::new(), "schema-empty-file 0:0"),
        ("\u{feff}# 只有注释\n\n".to_owned(), "schema-empty-file 0:0"),
        ("~\n".to_owned(), "schema-empty-file 0:0"),
        ("你好\n".to_owned(), "schema-wrong-type 1:1"),
        ("\n- a\n- b\n".to_owned(), "schema-wrong-type 2:1"),
        (format!("{INSPECTION}---\n{INSPECTION}"), "syntax 17:1"),
        ("[".repeat(10_000), "syntax 1:256"),
        (format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)), "syntax 1:256"),
        (deep, "syntax-excess 65:65"),
        (format!("a: &a [x,x,x,x,x,x,x,x,x]\n{bomb}"), "syntax-excess 6:8"),
    ] {
        let shown: String = text.chars().take(40).collect();
        assert_eq!(Records::inspection(text).faults(), [expected], "{shown}");
    }
    assert!(
        Records::new().with("assets.yaml", "# 无\n").faults().is_empty(),
        "nothing is required there"
    );
}

#[test]
fn all_faults_of_a_file_are_told_at_once_even_behind_broken_lines() {
    let text = INSPECTION
        .replace("period: 2026Q1", "period：2026Q1")
        .replace("mode: 现场", "mode: 现厂")
        .replace("inspectors: [luyao]", "inspectors: [luyao")
        .replace("clause: \"1.6\"", "clause: \"1.6")
        .replace("verdict: 未检", "verdikt: 未检");
    let faults = Records::inspection(&text).faults();
    let expected = [
        "syntax 2:7",
        "schema-unknown-word 3:7",
        "syntax 6:13",
        "syntax 13:13",
        "schema-unknown-key-similar 14:5",
    ];
    assert_eq!(faults, expected);
    assert_eq!(Records::inspection(text.replace('\n', "\r\n")).faults(), expected);
}

#[test]
fn line_ends_and_marks_do_not_move_places() {
    let text = INSPECTION.replace("verdict: 正常", "verdict: 正長");
    for text in [text.replace('\n', "\r\n"), text.replace('\n', "\r"), format!("\u{feff}{text}")] {
        assert_eq!(Records::inspection(text).faults(), ["schema-unknown-word 9:14"]);
    }
    let first = INSPECTION.replace("id: XJ", "idd: XJ");
    assert_eq!(
        Records::inspection(format!("\u{feff}{first}")).faults(),
        ["schema-unknown-key-similar 1:1"]
    );
}

#[test]
fn bytes_that_are_no_utf8_are_named_by_line_and_column() {
    assert_eq!(Records::inspection(gb(INSPECTION)).faults(), ["encoding 3:7"]);
    let marked = [b"\xef\xbb\xbfid: 1\nmode: \xe7\x8e".as_slice(), b"\xff\n"].concat();
    assert_eq!(Records::inspection(marked).faults(), ["encoding 2:7"]);
    let utf16: Vec<u8> = [0xfeff_u16]
        .into_iter()
        .chain(INSPECTION.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(Records::inspection(utf16).faults(), ["encoding 1:1"]);
}

#[test]
fn thousands_of_faults_are_counted_and_quick() {
    let items = "  - verdikt: x\n".repeat(50_000);
    let faults = Records::inspection(format!("items:\n{items}")).faults();
    assert_eq!(faults.len(), 101);
    assert_eq!(faults[0], "schema-more-faults 0:0");
    let keys: String = (0..50_000).map(|key| format!("k{key}: 1\n")).collect();
    assert_eq!(Records::inspection(keys).faults().len(), 101);
}

#[test]
fn a_quote_that_never_ends_costs_its_own_row() {
    let open = "2026-01-02 06:00,数据库,tablespace.used_pct,\"A,30,%,probe\n";
    let records = Records::probe(format!("{HEADER}{}{open}{}", row(1, "10"), row(3, "20")));
    assert_eq!(records.faults(), ["unclosed-quote 3:42"]);
    assert_eq!(records.load().records.probes.rows(), 2);
    // A line break inside quotes is the same fault, reported once.
    let broken = "2026-01-02 06:00,数据库,tablespace.used_pct,\"A\nB\",30,%,probe\n";
    let records = Records::probe(format!("{HEADER}{broken}{}", row(3, "20")));
    assert_eq!(records.faults(), ["unclosed-quote 2:42"]);
    assert_eq!(records.load().records.probes.rows(), 1);
    // A quote inside a field is only a character.
    let inside = row(1, "10").replace(",A,", ",A\"B,").replace("数据库", "\"数据库\"\"1,2\"");
    assert!(Records::probe(format!("{HEADER}{inside}")).faults().is_empty());
}

#[test]
fn rows_are_refused_one_by_one() {
    for (rows, expected) in [
        (row(1, "x"), "schema-no-number 2:44"),
        (row(1, "NaN"), "schema-no-number 2:44"),
        (row(1, "inf"), "schema-no-number 2:44"),
        (row(1, "1e999"), "schema-no-number 2:44"),
        (row(1, "-1"), "implausible-sample 2:44"),
        (row(1, "100.01"), "implausible-sample 2:44"),
        (row(1, "####"), "schema-no-number 2:44"),
        (row(1, "３０"), "schema-no-number 2:44"),
        (row(1, ""), "schema-empty 2:44"),
        (row(1, "30").replace("2026-01-01 06:00", "########"), "schema-wrong-form 2:1"),
        (row(1, "30").replace("2026-01-01 06:00", "0026-01-01 06:00"), "schema-out-of-range 2:1"),
        (row(1, "30").replace("数据库", "数\0据"), "schema-control-character 2:18"),
        (row(1, "30").replace("数据库", " "), "schema-empty 2:18"),
        (row(1, "30").replace(",probe", ""), "schema-wrong-count 2:1"),
        (row(1, "30").replace(",probe", ",probe,,"), "schema-wrong-count 2:55"),
        (row(1, "30").trim_end().replace("30", "x"), "schema-no-number 2:44"),
        (row(1, "x").replace('\n', "\r\n"), "schema-no-number 2:44"),
    ] {
        let records = Records::probe(format!(
            "\u{feff}{HEADER}{rows}{}",
            if rows.ends_with('\n') { row(2, "1") } else { String::new() }
        ));
        assert_eq!(records.faults(), [expected], "{rows}");
    }
    let two = row(1, "x").replace("06:00", "96:00");
    assert_eq!(
        Records::probe(format!("{HEADER}{two}")).faults(),
        ["schema-wrong-form 2:1", "schema-no-number 2:44"]
    );
    let kept =
        ["2026/1/3 9:03,数据库,tablespace.used_pct,A,30,%,probe\n", " \n", ",,,,,,\n"].concat();
    let records = Records::probe(format!("{HEADER}{kept}"));
    assert!(records.faults().is_empty());
    assert_eq!(records.load().records.probes.rows(), 1);
}

#[test]
fn headers_say_what_is_wrong_with_them() {
    for (header, expected) in [
        ("", vec!["schema-empty-file 0:0"]),
        ("\u{feff}", vec!["schema-empty-file 0:0"]),
        ("2026-01-01 06:00,a,b,c,1,%,d", vec!["schema-no-header 1:1"]),
        ("at，asset，metric，object，value，unit，source", vec!["schema-no-header 1:1"]),
        ("at;asset;metric;object;value;unit;source", vec!["schema-no-header 1:1"]),
        ("at,asset,metric,object,value,unit,source\r2026-01-01", vec!["schema-no-header 1:1"]),
        ("at,asset,metric,object,unit,source", vec!["schema-missing-columns 1:1"]),
        ("at,asset,metric,object,valeu,unit,source", vec!["schema-unknown-column-similar 1:24"]),
        ("at,asset,metric,object,value,value,unit,source", vec!["schema-duplicate-column 1:30"]),
        ("at,asset,metric,object,value,unit,source,host", vec!["schema-unknown-column 1:42"]),
        ("at,asset,metric,object,value,unit,source", vec![]),
        ("\u{feff}数值,单位,来源,\"时间\", 资产 ,指标,对象,", vec![]),
        ("AT,Asset,metric,object,value,unit,source", vec![]),
    ] {
        assert_eq!(Records::probe(header).faults(), expected, "{header}");
    }
}

#[test]
fn the_same_table_in_both_encodings_is_the_same_samples() {
    let text = format!(
        "时间,资产,指标,对象,数值,单位,来源\n{}{}",
        row(1, "10"),
        row(2, "20.5").replace(",A,", ",模块,")
    );
    let plain = Records::probe(&text).load();
    let legacy = Records::probe(gb(&text)).load();
    assert!(plain.diagnostics.is_empty());
    assert_eq!(Records::probe(gb(&text)).faults(), ["legacy-encoding 0:0"]);
    assert_eq!(plain.records.probes, legacy.records.probes);
    assert_eq!(plain.records.probes.rows(), 2);
    // One character that could be Latin in UTF-8 comes first and must not decide the encoding.
    let text = format!("{HEADER}{}{}", row(1, "10").replace("数据库", "模"), row(2, "20"));
    assert_eq!(
        Records::probe(&text).load().records.probes,
        Records::probe(gb(&text)).load().records.probes
    );
}

#[test]
fn both_encodings_in_one_table_are_refused_line_by_line() {
    let mixed =
        [HEADER.as_bytes(), row(1, "10").as_bytes(), &gb(&row(2, "20")), row(3, "30").as_bytes()]
            .concat();
    assert_eq!(Records::probe(&mixed).faults(), ["encoding-mixed 3:1"]);
    assert_eq!(Records::probe(mixed).load().records.probes.rows(), 2);
    let mixed = [HEADER.as_bytes(), &gb(&row(1, "10")), row(2, "20").as_bytes()].concat();
    assert_eq!(Records::probe(mixed).faults(), ["legacy-encoding 0:0", "encoding-mixed 3:1"]);
    let bad = [HEADER.as_bytes(), b"2026-01-01 06:00,db,m,A,1,%,p\xff\xff\n"].concat();
    assert_eq!(Records::probe(bad).faults(), ["encoding 2:29"]);
}

#[test]
fn faults_beyond_a_hundred_are_counted() {
    let rows = row(1, "x").repeat(150);
    let faults = Records::probe(format!("{HEADER}{rows}")).faults();
    assert_eq!(faults.len(), 101);
    assert_eq!(faults[0], "schema-more-rows 0:0");
    assert_eq!(faults[100], "schema-no-number 101:44");
}

#[test]
fn a_line_of_megabytes_costs_its_own_row() {
    let long = "长".repeat(3_000_000);
    let records = Records::probe(format!("{HEADER}{long}\n{}", row(1, "x")));
    assert_eq!(records.faults(), ["schema-line-too-long 2:1", "schema-no-number 3:44"]);
}

#[test]
fn more_days_than_any_probe_measures_end_the_reading() {
    let mut text = HEADER.to_owned();
    for series in 0..1_000_002 {
        text.push_str(&format!("2026-01-01 06:00,a{series},m,,1,,\n"));
    }
    assert_eq!(Records::probe(text).faults(), ["schema-too-many-series 1000002:1"]);
}

#[test]
fn files_too_large_are_refused_by_their_size_alone() {
    let records =
        Records::new().with("probes/2026Q1/x.csv", "").with("inspections/2026Q1.yaml", "");
    for (path, size) in [("probes/2026Q1/x.csv", 1537), ("inspections/2026Q1.yaml", 9)] {
        File::options()
            .write(true)
            .open(records.path(path))
            .unwrap()
            .set_len(size * 1024 * 1024)
            .unwrap();
    }
    assert_eq!(records.faults(), ["file-too-large 0:0", "file-too-large 0:0"]);
    assert!(
        records.load().records.is_faulty("inspection", "2026Q1"),
        "what was refused is known to be there"
    );
}

#[test]
fn a_faulty_contract_is_reported_and_the_rest_read() {
    let records =
        Records::inspection(INSPECTION).with("contract.yaml", CONTRACT.replace("按需", "不定期"));
    assert_eq!(records.faults(), ["schema-unknown-word 10:54"]);
    assert_eq!(records.load().records.inspections.len(), 1);
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::*;

    #[test]
    fn odd_files_neither_hang_nor_hide_the_others() {
        let records = Records::probe(format!("{HEADER}{}", row(1, "1")));
        let folder = records.path("probes/2026Q1");
        let pipe = Command::new("mkfifo").arg(folder.join("pipe.csv")).status().unwrap();
        assert!(pipe.success());
        let _socket = UnixListener::bind(folder.join("socket.csv")).unwrap();
        symlink("/dev/zero", folder.join("device.csv")).unwrap();
        symlink("loop.csv", folder.join("loop.csv")).unwrap();
        symlink("nowhere.csv", folder.join("broken.csv")).unwrap();
        symlink("..", folder.join("up")).unwrap();
        symlink("x.csv", folder.join("inside.csv")).unwrap();
        std::fs::create_dir(folder.join("folder.csv")).unwrap();
        std::fs::write(folder.join(OsStr::from_bytes(b"\xff\xfe.csv")), HEADER).unwrap();
        std::fs::write(folder.join("\u{1b}[31m.csv"), HEADER).unwrap();
        std::fs::write(folder.join("LOUD.CSV"), format!("{HEADER}{}", row(2, "2"))).unwrap();
        let mut faults = records.faults();
        faults.sort_unstable();
        let expected = [
            "link-leaves-data 0:0",
            "unreadable-file 0:0",
            "unreadable-file 0:0",
            "unreadable-file-name 0:0",
            "unreadable-file-name 0:0",
            "unreadable-file-special 0:0",
            "unreadable-file-special 0:0",
            "wrong-folder 0:0",
        ];
        assert_eq!(faults, expected);
        assert_eq!(records.load().records.probes.rows(), 3);
    }
}

#[test]
fn a_fold_is_what_a_plain_count_gives() {
    let moment = |text: &str| Moment::parse(text).unwrap().0;
    let mut files = weibao::internals::source::Files::new("");
    let file = files.add("x.csv");
    let at = |minute: u32| {
        moment(&format!(
            "2026-01-{:02} {:02}:{:02}",
            minute / 1440 + 1,
            minute / 60 % 24,
            minute % 60
        ))
    };
    let samples: Vec<_> = (0..4000_u32)
        .map(|n| n.wrapping_mul(2_654_435_761) % 20_000)
        .map(|n| Sample { at: at(n), value: f64::from(n % 97), file, line: n + 2, column: 4 })
        .collect();
    let mut series = Series::default();
    samples.iter().for_each(|sample| series.push(*sample));
    assert_eq!(series.count(), 4000);
    for day in series.days() {
        let of_day: Vec<_> =
            samples.iter().filter(|sample| sample.at.date() == day.first.at.date()).collect();
        assert_eq!(day.count as usize, of_day.len());
        assert_eq!(Some(day.first.at), of_day.iter().map(|sample| sample.at).min());
        assert_eq!(Some(day.last.at), of_day.iter().map(|sample| sample.at).max());
        let values = || of_day.iter().map(|sample| sample.value);
        assert_eq!(day.least, values().fold(f64::INFINITY, f64::min));
        assert_eq!(day.greatest, values().fold(f64::NEG_INFINITY, f64::max));
    }
}
